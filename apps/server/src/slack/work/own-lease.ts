import { whoHasWhatCard } from '@sekisho/cards';
import type { AnyLease, Language, VerbName } from '@sekisho/contract';
import { aboutLease, type Kind, kindsMeant } from '../commands/kinds.ts';
import { cardMessage, type Message, textMessage, together } from '../message.ts';
import { ask, type Parts } from '../parts.ts';
import { say } from '../words.ts';
import { exampleOf } from './example.ts';
import type { Job } from './job.ts';

type Input = Readonly<Record<string, unknown>>;

/** What waits is listed before what is lent. */
const mostWaiting = 200;

/** Several leases fit, or none: what to say instead of doing something. */
export interface Choice {
  readonly choose: Message;
}

export function isChoice(input: Input | Choice): input is Choice {
  return 'choose' in input;
}

/** What a command says of the lease it is about. */
export interface Said {
  readonly verb: VerbName;
  readonly input: Input;
  readonly kind?: Kind;
}

/**
 * A command about a lease that was not named means the person's only one of the kinds that its words
 * mean. With several, or none, it is not guessed: the answer says what to choose from.
 */
export async function ownLease(
  parts: Parts,
  job: Job,
  { verb, input, kind }: Said,
): Promise<Input | Choice> {
  if (!aboutLease.has(verb) || 'id' in input) return input;
  const approving = verb === 'lease.approve' || verb === 'lease.deny';
  const open = await leasesFor(parts, job, verb, approving);
  const kinds = kindsMeant(verb, kind ?? null);
  const meant = open.filter((lease) => kinds.includes(lease.kind));
  const [only] = meant;
  // A yes or no is never guessed: another request may have come in between.
  if (only !== undefined && meant.length === 1 && !approving) return { ...input, id: only.id };
  const shown = meant.length === 0 ? open : meant;
  const example = exampleOf(verb, shown[0]?.kind ?? kind ?? 'ops-server', input);
  const text = `${question(meant.length, job.reader.language)}${example}`;
  return {
    choose: together(textMessage(text), cardMessage(whoHasWhatCard(shown, job.reader))),
  };
}

async function leasesFor(
  parts: Parts,
  job: Job,
  verb: VerbName,
  approving: boolean,
): Promise<AnyLease[]> {
  const { idempotencyKey: _, ...context } = job.context;
  const me = job.person.id;
  const narrow = approving ? { limit: mostWaiting } : { holder: me };
  const open = await ask(parts, 'lease.list', context, narrow);
  return open.filter(({ holder, state, approval, partOf }) => {
    // What goes with another lease is asked of that one.
    if (partOf !== undefined) return false;
    if (approving) return state === 'requested' && approval.people.includes(me);
    return holder === me && (verb !== 'ops.extend' || state === 'active');
  });
}

function question(fitting: number, language: Language): string {
  return fitting === 0
    ? say(
        language,
        'Nothing of yours fits. Name the lease: ',
        '対象の貸出がありません。ID を指定してください: ',
      )
    : say(language, 'Which one? Name the lease: ', 'どの貸出ですか。ID を指定してください: ');
}
