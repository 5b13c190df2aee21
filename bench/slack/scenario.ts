import { setTimeout as sleep } from 'node:timers/promises';
import { PRACTICE_SLACK_SEED, startPracticeSlack } from '@sekisho/practice/slack';
import { freePort } from '../../test/support/free-port.ts';
import { type Child, startChild } from '../shared/child.ts';
import type { ServerUsage, Subject } from './server-process.ts';
import { type Typing, typeCommands } from './type-commands.ts';

export interface Scenario extends Pick<Typing, 'perSecond' | 'seconds' | 'startEvery'> {
  readonly mode: 'socket' | 'http';
  readonly subject: Subject;
  readonly nodeFlags: readonly string[];
}

export interface Outcome {
  /** Milliseconds from sent to acknowledged; infinity when it was not. */
  readonly acknowledgedMs: readonly number[];
  /** Seconds from the last command until all were worked on; infinity when that did not come. */
  readonly workedOnSeconds: number;
  readonly server: ServerUsage;
  readonly windowSeconds: number;
}

const secret = 'bench';
const patienceSeconds = 60;

/** Starts practice Slack here and the subject in a process of its own, types commands and listens. */
export async function runScenario(scenario: Scenario): Promise<Outcome> {
  // In memory: writing the whole workspace at each change would be the heaviest work of all.
  const slack = await startPracticeSlack({ port: 0, secret, seed: PRACTICE_SLACK_SEED });
  const child = startChild(new URL('server-process.ts', import.meta.url), {}, scenario.nodeFlags);
  try {
    const { botToken, appToken, signingSecret, apiUrl } = slack;
    const settings = {
      mode: scenario.mode,
      botToken,
      appToken,
      signingSecret,
      slackApiUrl: apiUrl,
    };
    const url = await child.call<string>('open', scenario.subject, settings, await freePort());
    if (scenario.mode === 'http') await slack.setRequestUrl(url);
    const typing = { ...scenario, url: slack.url, secret };
    await typeCommands({ ...typing, perSecond: Math.min(20, scenario.perSecond), seconds: 1 });
    const before = await child.call<ServerUsage>('usage');
    const began = performance.now();
    const acknowledgedMs = await typeCommands(typing);
    const windowSeconds = (performance.now() - began) / 1000;
    const after = await child.call<ServerUsage>('usage');
    const workedOnSeconds = await untilWorkedOn(child);
    await child.call('stop');
    const cpuSeconds = after.cpuSeconds - before.cpuSeconds;
    const server = { cpuSeconds, memoryMiB: after.memoryMiB };
    return { acknowledgedMs, workedOnSeconds, server, windowSeconds };
  } finally {
    await child.end();
    await slack.close();
  }
}

async function untilWorkedOn(child: Child): Promise<number> {
  const began = performance.now();
  const passed = () => (performance.now() - began) / 1000;
  while (passed() < patienceSeconds) {
    if ((await child.call<number>('waiting')) === 0) return passed();
    await sleep(100);
  }
  return Number.POSITIVE_INFINITY;
}
