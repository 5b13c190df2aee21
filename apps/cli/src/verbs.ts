import type { InputOf } from '@sekisho/contract';
import type { VerbSpec } from './commands/manifest.ts';
import type { Asked } from './commands/program.ts';
import { readInput } from './commands/read-input.ts';
import { Failure } from './failure.ts';
import type { Host } from './host.ts';
import { cleanJson } from './print/clean.ts';
import { say } from './sentences.ts';
import { callerOf } from './server/call.ts';
import { findServer } from './server/find-server.ts';

/** Carries out a verb as its command line says, and answers with the exit code. */
export async function runVerb(host: Host, verb: VerbSpec, asked: Asked): Promise<number> {
  const { options, words } = asked;
  const extra = words[verb.positional.length];
  if (extra !== undefined) {
    const command = `sekisho ${verb.name.replace('.', ' ')}`;
    throw new Failure('bad-input', say(host, 'too-many-words', { value: extra, command }));
  }
  const input = readInput(host, verb, words, options);
  const call = callerOf(host, findServer(host, options));
  const key = verb.effect === 'read' ? undefined : (options.idempotencyKey ?? host.newKey());
  const answer = await call(verb.name, input as InputOf<typeof verb.name>, key);
  await host.stdout.write(`${cleanJson(answer)}\n`);
  return 0;
}
