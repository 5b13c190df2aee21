import type { InputOf } from '@sekisho/contract';
import type { Job } from './job.ts';
import { showAnswer } from './show-answer.ts';

/** Prints the draft of a month's meeting; with `--markdown` as a document, in the caller's language. */
export async function review(job: Job): Promise<number> {
  const { host, options, input } = job;
  const { call } = job.connect();
  const answer = await call('slo.review', input as InputOf<'slo.review'>);
  if (options.markdown !== true || options.json === true) {
    await showAnswer(job, answer);
    return 0;
  }
  const { reviewMarkdown } = await import('@sekisho/words/slo');
  // Names read better than ids; they are not worth failing for.
  const people = await call('people.list', {}).catch(() => []);
  const { language } = host;
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name[language] ?? id;
  await host.stdout.write(reviewMarkdown(answer, { language, nameOf }));
  return 0;
}
