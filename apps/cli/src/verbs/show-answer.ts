import type { OpsLease, OutputOf, VerbName } from '@sekisho/contract';
import { Failure } from '../failure.ts';
import { answerText } from '../print/answer.ts';
import { cleanJson } from '../print/clean.ts';
import { isLease, nextLine } from '../print/next.ts';
import { type Style, styleOf } from '../print/style.ts';
import { say } from '../sentences/say.ts';
import { defaultHat } from '../server/find-server.ts';
import type { Job } from './job.ts';

/** Prints an answer: exactly as the server gave it with `--json`, else as people read it. */
export async function showAnswer(job: Job, answer: unknown): Promise<void> {
  const { host, options } = job;
  const text = options.json === true ? `${cleanJson(answer)}\n` : await readable(job, answer);
  await host.stdout.write(text);
}

async function readable(job: Job, answer: unknown): Promise<string> {
  const { host, options, verb } = job;
  const style = styleOf(host, options);
  try {
    const card = style.glyphs ? await cardOf(job, answer, style) : null;
    return card ?? answerText(verb.name, answer as OutputOf<VerbName>, style);
  } catch {
    // The answer is not of the shape this version knows: an older or newer server, or none of ours.
    throw new Failure('unavailable', say(host, 'strange-answer'));
  }
}

/** The card of a lease or a quote, as at every door; null for other answers. Only a terminal has its glyphs. */
async function cardOf(job: Job, answer: unknown, style: Style): Promise<string | null> {
  const isServer = isLease(answer) && 'instanceType' in answer;
  const isQuote = job.verb.name === 'ops.quote';
  if (!isServer && !isQuote) return null;
  const { server, call } = job.connect();
  const { leaseCard, quoteCard, toTerminal } = await import('@sekisho/cards');
  const options = {
    now: style.now,
    language: style.language,
    timeZone: style.timeZone,
    // Names read better than ids, and the reader's role decides what is offered; neither is worth failing for.
    people: await call('people.list', {}).catch(() => []),
    you: server.practice ? (job.options.as ?? defaultHat) : null,
  };
  const card = isServer
    ? leaseCard(answer as OpsLease, options)
    : quoteCard(answer as OutputOf<'ops.quote'>, options);
  const text = toTerminal(card, { colour: style.coloured, width: style.width });
  return `${text}\n${card.actions.length > 0 ? '' : nextLine(job.verb.name, answer, style)}`;
}
