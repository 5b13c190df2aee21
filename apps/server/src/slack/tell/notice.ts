import { approvalCard, type Card, leaseCard, reminderCard } from '@sekisho/cards';
import type { AnyLease } from '@sekisho/contract';
import { type NoticeName, noticeText } from '@sekisho/words';
import { cardMessage, type Message, textMessage, together } from '../message.ts';
import type { Reader } from '../reader.ts';
import { factsFor } from './notice-facts.ts';

type Facts = Readonly<Record<string, unknown>>;

interface Manner {
  /** Said in the lease's thread as well, once for all who are told. */
  readonly thread: boolean;
  /** What goes with the words. */
  readonly card: 'none' | 'question' | 'reminder' | 'lease';
}

/** How each notice is told; a new one does not compile until it says so. */
export const manners: Readonly<Record<NoticeName, Manner>> = {
  'approval-asked': { thread: true, card: 'question' },
  approved: { thread: true, card: 'none' },
  denied: { thread: true, card: 'none' },
  lapsed: { thread: true, card: 'none' },
  ready: { thread: true, card: 'lease' },
  replacing: { thread: true, card: 'none' },
  reminder: { thread: true, card: 'reminder' },
  'handover-received': { thread: true, card: 'lease' },
  'handover-given': { thread: false, card: 'none' },
  ended: { thread: true, card: 'none' },
  failed: { thread: true, card: 'none' },
  stuck: { thread: true, card: 'none' },
  'break-glass': { thread: true, card: 'none' },
  'review-owed': { thread: false, card: 'lease' },
  'orphan-found': { thread: false, card: 'none' },
  'sweep-withheld': { thread: false, card: 'none' },
  'timeline-contradicted': { thread: false, card: 'none' },
  'checkpoint-strange': { thread: false, card: 'none' },
  'checkpoint-removed': { thread: false, card: 'none' },
  'keeping-stopped': { thread: false, card: 'none' },
  'keeping-resumed': { thread: false, card: 'none' },
  'stopped-everything': { thread: false, card: 'none' },
  resumed: { thread: false, card: 'none' },
  'sessions-live-on': { thread: true, card: 'none' },
  'sessions-not-trimmed': { thread: false, card: 'none' },
  'sessions-void': { thread: false, card: 'none' },
  'sessions-unbelieved': { thread: false, card: 'none' },
  'directory-stale': { thread: false, card: 'none' },
  'directory-group-gone': { thread: false, card: 'none' },
  'agreement-reached': { thread: false, card: 'none' },
  'agreement-declined': { thread: false, card: 'none' },
  'agreement-lapsed': { thread: false, card: 'none' },
  'week-spent': { thread: false, card: 'none' },
};

export function isNotice(name: string): name is NoticeName {
  return Object.hasOwn(manners, name);
}

/** The words of a notice for one reader: what happened, what to do. */
export function noticeWords(
  name: NoticeName,
  lease: AnyLease | null,
  facts: Facts,
  reader: Reader,
): string {
  const { what, next } = noticeText(name, factsFor(lease, facts, reader), reader);
  return reader.language === 'ja' ? what + next : `${what} ${next}`;
}

/** A notice as a direct message, with the buttons that answer it. */
export function directMessage(
  name: NoticeName,
  lease: AnyLease | null,
  facts: Facts,
  reader: Reader,
): Message {
  const words = textMessage(noticeWords(name, lease, facts, reader));
  const card = lease === null ? null : cardOf(manners[name].card, lease, reader);
  return card === null ? words : together(words, cardMessage(card));
}

function cardOf(kind: Manner['card'], lease: AnyLease, reader: Reader): Card | null {
  if (kind === 'question') return approvalCard(lease, reader);
  if (kind === 'reminder') return reminderCard(lease, reader);
  return kind === 'lease' ? leaseCard(lease, reader) : null;
}

/** A notice in the lease's thread, in the channel's language, with mentions of those it is for. */
export function threadMessage(
  name: NoticeName,
  lease: AnyLease,
  facts: Facts,
  reader: Reader,
  mentions: readonly string[],
): Message {
  const words = textMessage(noticeWords(name, lease, facts, reader), mentions.join(' '));
  if (name !== 'reminder') return words;
  return together(words, cardMessage(reminderCard(lease, reader)));
}
