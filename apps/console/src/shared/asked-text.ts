import type { AnyLease } from '@sekisho/contract';
import type { Say } from './say.ts';

/** What to say of a lease that was just asked for: that it waits for a yes, or for its start, or begins. */
export function askedText(
  { state, startsAt }: Pick<AnyLease, 'state' | 'startsAt'>,
  { t, exact }: Pick<Say, 't' | 'exact'>,
): string {
  if (state === 'requested') return t.ask.asked;
  return startsAt === null ? t.ask.starting : t.ask.scheduled(exact(startsAt));
}
