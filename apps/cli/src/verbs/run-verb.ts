import type { InputOf, VerbName } from '@sekisho/contract';
import type { VerbSpec } from '../commands/manifest.ts';
import type { Asked } from '../commands/options.ts';
import { readInput } from '../commands/read-input.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { callerOf } from '../server/call.ts';
import { findServer } from '../server/find-server.ts';
import { connect } from './connect.ts';
import type { Job, RefinedVerbs } from './job.ts';
import { showAnswer } from './show-answer.ts';

// The files of the timeline are read by schemas, whose library no other command line should wait for.
const refined: RefinedVerbs = {
  'ops.connect': connect,
  'ops.forward': connect,
  'ops.sessions.replay': async (job) => (await import('./recording.ts')).replay(job),
  'slo.review': async (job) => (await import('./review.ts')).review(job),
  'membership.check': async (job) => (await import('./membership.ts')).check(job),
  'membership.journal': async (job) => (await import('./membership.ts')).journal(job),
  'timeline.verify': async (job) => (await import('./timeline.ts')).verify(job),
  'timeline.export': async (job) => (await import('./timeline.ts')).exportEntries(job),
  'timeline.anchor': async (job) => (await import('./timeline.ts')).anchor(job),
};

/** Carries out a verb as its command line says, and answers with the exit code. */
export async function runVerb(host: Host, verb: VerbSpec, asked: Asked): Promise<number> {
  const job = jobOf(host, verb, asked);
  const special = refined[verb.name];
  if (special !== undefined) return special(job);
  const { call } = job.connect();
  const input = job.input as InputOf<VerbName>;
  if (asked.options.wait === true || asked.options.timeout !== undefined) {
    const { patienceOf, waitAndShow } = await import('./wait-and-show.ts');
    const patience = patienceOf(job); // judged before anything is asked for
    return waitAndShow(job, await call(verb.name, input, job.key), patience);
  }
  const answer = await call(verb.name, input, job.key);
  await showAnswer(job, answer);
  return 0;
}

function jobOf(host: Host, verb: VerbSpec, { words, options }: Asked): Job {
  const last = verb.fields.find(({ name }) => name === verb.positional.at(-1));
  // A list by position takes every word.
  const extra = last?.many === true ? undefined : words[verb.positional.length];
  if (extra !== undefined) {
    const command = `sekisho ${verb.name.replaceAll('.', ' ')}`;
    throw new Failure('bad-input', say(host, 'too-many-words', { value: extra, command }));
  }
  const input = readInput(host, verb, words, options);
  const key = verb.effect === 'read' ? undefined : (options.idempotencyKey ?? host.newKey());
  const connectOnce = () => {
    const server = findServer(host, options);
    return { server, call: callerOf(host, server) };
  };
  return { host, verb, input, options, key, connect: connectOnce };
}
