import { parseDuration, parseMoment } from '@sekisho/words';
import { AppError } from './app-error.ts';
import type { Tx } from './context.ts';

/** Seconds in a span that a person typed. Errors: `bad-duration`. */
export function readDuration(field: string, text: string): number {
  const seconds = parseDuration(text);
  if (seconds === null) throw new AppError('bad-duration', { field, value: text });
  return seconds;
}

/** The moment that a person typed, in their own zone. Errors: `bad-moment`. */
export function readMoment(
  tx: Pick<Tx, 'now' | 'principal' | 'config'>,
  field: string,
  text: string | undefined,
  direction: 'past' | 'future',
): Date | undefined {
  if (text === undefined) return undefined;
  const reader = tx.config.people.find((person) => person.id === tx.principal.id);
  const timeZone = reader?.timeZone ?? 'UTC';
  const moment = parseMoment(text, { now: tx.now, timeZone, past: direction === 'past' });
  if (moment === null) throw new AppError('bad-moment', { field, value: text });
  return moment;
}
