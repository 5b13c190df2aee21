import { writeFile } from 'node:fs/promises';
import type { InputOf } from '@sekisho/contract';
import { Failure } from '../failure.ts';
import { cleanJson } from '../print/clean.ts';
import { say } from '../sentences/say.ts';
import type { Job } from './job.ts';
import { showAnswer } from './show-answer.ts';

/** Ticks one of the first things off, or takes the tick back. */
export async function check(job: Job): Promise<number> {
  const { options, input, key } = job;
  const wanted = options.undo === true ? { ...input, done: false } : input;
  const answer = await job
    .connect()
    .call('membership.check', wanted as InputOf<'membership.check'>, key);
  await showAnswer(job, answer);
  return 0;
}

/**
 * Shows what somebody did in a term; with `--markdown` the draft of their report instead, and with
 * `--output` that in a file. Errors: `Failure` when the file cannot be written.
 */
export async function journal(job: Job): Promise<number> {
  const { host, options } = job;
  const input = { language: host.language, ...job.input } as InputOf<'membership.journal'>;
  const answer = await job.connect().call('membership.journal', input);
  if (options.output !== undefined) {
    const file = String(options.output);
    await writeFile(file, answer.markdown).catch((error: unknown) => {
      const detail = String((error as NodeJS.ErrnoException).code);
      throw new Failure('bad-input', say(host, 'report-unwritable', { file, detail }));
    });
    const told = say(host, 'report-written', { file });
    await host.stdout.write(options.json === true ? `${cleanJson({ file })}\n` : `${told}\n`);
    return 0;
  }
  if (options.markdown !== true || options.json === true) await showAnswer(job, answer);
  else await host.stdout.write(answer.markdown);
  return 0;
}
