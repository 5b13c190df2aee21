import { costPerHour } from '@sekisho/aws';
import type { Clock, Ports } from '@sekisho/core';
import { ciPorts } from './ci-ports.ts';
import { doctorPorts } from './doctor/index.ts';
import { type githubTeller, pullsLister } from './github/open-github.ts';
import type { Parts } from './parts.ts';
import { openSigner } from './signing-key.ts';
import { createSlackGroups } from './slack/index.ts';
import type { openSources } from './sources/open-sources.ts';

/** What the domain needs from outside. */
export function portsOf(
  parts: Parts,
  { clock, sources, sending }: { clock: Clock; sources: Sources; sending: Sending },
): Ports {
  const { config, access, sessions, recordings, keeping, schedulerRole, slack } = parts;
  return {
    cloud: parts.cloud,
    ...(access === undefined ? {} : { access }),
    ...(sessions === undefined ? {} : { sessions }),
    ...(recordings === undefined ? {} : { recordings }),
    ...(keeping === undefined ? {} : { keeping }),
    ...(schedulerRole === undefined ? {} : { schedulerRole }),
    ...(slack === null ? {} : { chatGroups: createSlackGroups(slack) }),
    ...ciPorts(parts.ci, config.current, () => clock.now()),
    ...doctorPorts(parts),
    commands: parts.commands,
    prices: { costPerHour },
    signer: openSigner(parts.dataDirectory),
    practice: parts.practice !== null,
    sources: sources.load,
    pulls: pullsLister(config.current, sending),
    ...(config.texts === undefined ? {} : { definitions: config.texts }),
  };
}

type Sources = ReturnType<typeof openSources>;
type Sending = Parameters<typeof githubTeller>[1];
