import { verbs } from '../commands/manifest.ts';
import type { Asked } from '../commands/options.ts';
import { readInput } from '../commands/read-input.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { incidentsOf, targetsOf } from '../offline/slo/replay/replay.ts';
import { say } from '../sentences/say.ts';
import { callerOf } from '../server/call.ts';
import { findServer } from '../server/find-server.ts';
import { showAnswer } from './show-answer.ts';

const minute = 60_000;

/**
 * Replays targets over what the server measured of an SLO.
 * Errors: `Failure` (exit code 2) for an option or a file that cannot be used.
 */
export async function replayNamed(host: Host, { words, options }: Asked): Promise<number> {
  const verb = verbs.find(({ name }) => name === 'slo.replay');
  if (verb === undefined) throw new RangeError('the manifest has no slo.replay');
  const [, extra] = words;
  if (extra !== undefined) {
    const command = 'sekisho slo replay';
    throw new Failure('bad-input', say(host, 'too-many-words', { value: extra, command }));
  }
  const { from, to } = options;
  const input = readInput(host, verb, words, { from, to });
  const targets = targetsOf(host, options.targets);
  const incidents = await incidentsOf(host, options.incidents);
  const server = findServer(host, options);
  const call = callerOf(host, server);
  const answer = await call('slo.replay', {
    ...(input as { readonly id: string }),
    ...(targets === null ? {} : { targets: targets.map(percentOf) }),
    ...(incidents.length === 0 ? {} : { incidents: incidents.map(declared) }),
  });
  const connect = () => ({ server, call });
  await showAnswer({ host, verb, input, options, key: undefined, connect }, answer);
  return 0;
}

/** Percent, without the noise of binary. */
function percentOf(share: number): number {
  return Math.round(share * 1e12) / 1e10;
}

function declared({ id, from, to }: { id: string; from: number; to: number }) {
  const iso = (at: number) => new Date(at * minute).toISOString();
  return { id, from: iso(from), to: iso(to) };
}
