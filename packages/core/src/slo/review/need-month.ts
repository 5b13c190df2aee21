import { isoOf, minuteOf } from '@sekisho/objectives/minutes';
import { type Month, monthAt, monthOf } from '@sekisho/objectives/review';
import { AppError } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/context.ts';

/** A month where the house is. */
export interface HouseMonth extends Month {
  readonly timeZone: string;
  /** It has ended. */
  readonly over: boolean;
}

/**
 * The month that somebody named, or the last one that is over.
 * Errors: `month-ahead` for one that has not begun.
 */
export function needMonth(tx: Pick<Tx, 'now' | 'config'>, name: string | undefined): HouseMonth {
  const { timeZone } = tx.config.review;
  const now = minuteOf(tx.now.getTime());
  const latest = monthAt(now, timeZone);
  const found = monthOf(name ?? monthBefore(latest, timeZone), timeZone);
  if (found === null || found.span.from > now)
    throw new AppError('month-ahead', { month: name ?? '', latest });
  return { ...found, timeZone, over: found.span.to <= now };
}

function monthBefore(name: string, timeZone: string): string {
  const month = monthOf(name, timeZone);
  if (month === null) throw new Error(`there is no month ${name}`);
  return monthAt(month.span.from - 1, timeZone);
}

/** Both ends as answers give them. */
export function endsOf({ span }: Month): { readonly from: string; readonly to: string } {
  return { from: isoOf(span.from), to: isoOf(span.to) };
}
