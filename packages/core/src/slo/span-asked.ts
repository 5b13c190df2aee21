import { type Minute, minuteOf, msPerMinute, type Span } from '@sekisho/objectives/minutes';
import { AppError } from '../platform/app-error.ts';
import type { Tx } from '../platform/context.ts';
import { readMoment } from '../platform/read-input.ts';
import { clockMinute, type Look } from './evaluate/index.ts';

interface Asked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * The span asked for, of what has happened; the budget's own window where nothing is said.
 * @param longest minutes that are given at most: the latest of those asked for
 */
export function spanAsked(tx: Tx, look: Look, { from, to }: Asked, longest: Minute): Span {
  const latest = look.through ?? clockMinute(tx, look.slo);
  const asked = readMoment(tx, 'to', to, 'past');
  const end = asked === undefined ? latest : Math.min(minuteOf(asked.getTime()), latest);
  const since = readMoment(tx, 'from', from, 'past');
  const start = since === undefined ? end - usualLength(look) : minuteOf(since.getTime());
  if (start < end) return { from: Math.max(start, end - longest), to: end };
  const needed = new Date(end * msPerMinute).toISOString();
  const field = from === undefined ? 'to' : 'from';
  throw new AppError('bad-input', { field, value: from ?? to ?? '', problem: 'not-good', needed });
}

function usualLength({ slo: { window } }: Look): Minute {
  return window.kind === 'rolling' ? window.minutes : 31 * 1440;
}
