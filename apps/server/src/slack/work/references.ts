import { whoHasWhatCard } from '@sekisho/cards';
import type { Config } from '@sekisho/config';
import type { VerbName } from '@sekisho/contract';
import { AppError } from '@sekisho/core';
import { aboutLease } from '../commands/plan.ts';
import { findBySlack } from '../forms/check-form.ts';
import { cardMessage, type Message, textMessage, together } from '../message.ts';
import { ask, type Parts } from '../parts.ts';
import { say } from '../words.ts';
import type { Job } from './job.ts';

type Input = Readonly<Record<string, unknown>>;

/** What waits is listed before what is lent. */
const mostWaiting = 200;

/** What only a server can. */
const ofServers: ReadonlySet<VerbName> = new Set<VerbName>([
  'ops.connect',
  'ops.forward',
  'ops.hold',
  'ops.handover',
]);

/** Several leases fit, or none: what to say instead of doing something. */
export interface Choice {
  readonly choose: Message;
}

export function isChoice(input: Input | Choice): input is Choice {
  return 'choose' in input;
}

/** A mention in `to` becomes the person of the roster; in other words, their name. Errors: `not-in-roster`. */
export function personMeant({ house }: Parts, { incoming }: Job, input: Input): Input {
  const { to, ...rest } = namesFor(house.config(), incoming.team, input);
  if (typeof to !== 'string') return rest;
  if (!/^[UW][A-Z0-9]+$/.test(to)) return { ...rest, to };
  const person = findBySlack(house.config(), incoming.team, to);
  if (person === undefined) throw new AppError('not-in-roster', { who: to });
  return { ...rest, to: person.id };
}

/** Mentions in what people wrote become names, so that they are read, not sent. */
export function namesFor<Said extends Input>(config: Config, team: string, said: Said): Said {
  const named = Object.entries(said).map(([field, value]) => {
    if (typeof value !== 'string') return [field, value];
    const name = (_: string, id: string) => `@${findBySlack(config, team, id)?.id ?? id}`;
    return [field, value.replace(/<@([UW][A-Z0-9]+)>/g, name)];
  });
  return Object.fromEntries(named) as Said;
}

/**
 * A command about a lease that was not named means the person's only one. With several, or
 * none, it is not guessed: the answer says what to choose from.
 */
export async function ownLease(
  parts: Parts,
  job: Job,
  verb: VerbName,
  input: Input,
): Promise<Input | Choice> {
  if (!aboutLease.has(verb) || 'id' in input) return input;
  const { idempotencyKey: _, ...context } = job.context;
  const approving = verb === 'lease.approve' || verb === 'lease.deny';
  const narrow = approving ? { limit: mostWaiting } : { holder: job.person.id };
  const open = await ask(parts, 'lease.list', context, narrow);
  const candidates = open.filter(({ kind, holder, state, approval, partOf }) =>
    // What goes with another lease is asked of that one.
    partOf !== undefined
      ? false
      : approving
        ? state === 'requested' && approval.people.includes(job.person.id)
        : holder === job.person.id &&
          (verb !== 'ops.extend' || state === 'active') &&
          (kind === 'membership' || !verb.startsWith('membership.')) &&
          (kind === 'ops-server' || !ofServers.has(verb)),
  );
  const [only] = candidates;
  // A yes or no is never guessed: another request may have come in between.
  if (only !== undefined && candidates.length === 1 && !approving) return { ...input, id: only.id };
  const { language } = job.reader;
  const text =
    candidates.length === 0
      ? say(
          language,
          'Nothing of yours fits. Name the lease: ',
          '対象の貸出がありません。ID を指定してください: ',
        )
      : say(language, 'Which one? Name the lease: ', 'どの貸出ですか。ID を指定してください: ');
  const example = `/ops ${verb.split('.')[1] ?? ''} ops-…`;
  return {
    choose: together(
      textMessage(text + example),
      cardMessage(whoHasWhatCard(candidates, job.reader)),
    ),
  };
}
