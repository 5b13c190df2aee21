import type { OutputOf, VerbName } from '@sekisho/contract';
import { Failure } from '../failure.ts';
import { answerText } from '../print/answer.ts';
import { cleanJson } from '../print/clean.ts';
import { styleOf } from '../print/style.ts';
import { say } from '../sentences.ts';
import type { Job } from './job.ts';

/** Prints an answer: exactly as the server gave it with `--json`, else as people read it. */
export async function showAnswer(job: Job, answer: unknown): Promise<void> {
  const { host, options, verb } = job;
  const text = options.json === true ? `${cleanJson(answer)}\n` : readable(job, verb.name, answer);
  await host.stdout.write(text);
}

function readable({ host, options }: Job, verb: VerbName, answer: unknown): string {
  try {
    return answerText(verb, answer as OutputOf<VerbName>, styleOf(host, options));
  } catch {
    // The answer is not of the shape this version knows: an older or newer server, or none of ours.
    throw new Failure('unavailable', say(host, 'strange-answer'));
  }
}
