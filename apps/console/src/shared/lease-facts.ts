import { type Action, type Bar, barOf, leaseActions } from '@sekisho/cards';
import type { AnyLease, Language, Lease } from '@sekisho/contract';
import { isFinal } from '@sekisho/contract/states';
import type { Me } from './me.ts';
import { timeZone } from './moments.ts';

export function isOver(lease: Pick<Lease, 'state'>): boolean {
  return isFinal(lease.state);
}

/** What the reader can do now, most likely first, as on every other card. The server judges again; this only keeps useless buttons away. */
export function actionsFor(lease: AnyLease, { person }: Me, now: number, language: Language) {
  if (person === null) return [];
  const you = person.id;
  return leaseActions(lease, { now: new Date(now), language, timeZone, people: [person], you });
}

/** An action that asks for something first, or for one more thought. */
export type AskingAction = Action & { readonly id: (typeof asking)[number] };

const asking = [
  'lease.deny',
  'lease.review',
  'ops.extend',
  'ops.hold',
  'ops.handover',
  'ops.replace',
  'ops.stop',
  'access.extend',
  'access.return',
  'ci.extend',
  'ci.stop',
  'membership.extend',
  'membership.return',
] as const;

export function asksFirst(action: Action): action is AskingAction {
  return (asking as readonly string[]).includes(action.id);
}

/** How far a running lease has come; null while it does not run. */
export function drainOf(lease: AnyLease, now: number): Bar | null {
  if (lease.readyAt === null || lease.deadline === null || isOver(lease)) return null;
  return barOf(lease, new Date(now));
}
