import { type Minute, minuteOf, msPerMinute, type Span } from '@sekisho/objectives/minutes';
import type { MeasuredMinute } from './measured-minute.ts';

/** What an alarm said in a stretch of time (milliseconds since 1970; `to` is not in it). */
export interface AlarmStretch {
  readonly from: number;
  readonly to: number;
  readonly state: 'good' | 'bad';
}

interface Cell {
  measured: number;
  isBad: boolean;
}

/**
 * Minutes from what an alarm said: one slice a minute, bad when the alarm was raised at any time in it.
 * Time in no stretch was not measured. Stretches do not overlap.
 */
export function alarmMinutes(
  stretches: readonly AlarmStretch[],
  span: Span,
): readonly MeasuredMinute[] {
  const cells = new Map<Minute, Cell>();
  for (const { from, to, state } of stretches) {
    const begin = Math.max(from, span.from * msPerMinute);
    const end = Math.min(to, span.to * msPerMinute);
    for (let minute = minuteOf(begin); minute * msPerMinute < end; minute += 1) {
      const cell = cells.get(minute) ?? { measured: 0, isBad: false };
      const piece =
        Math.min(end, (minute + 1) * msPerMinute) - Math.max(begin, minute * msPerMinute);
      cells.set(minute, {
        measured: cell.measured + piece,
        isBad: cell.isBad || (state === 'bad' && piece > 0),
      });
    }
  }
  return [...cells]
    .filter(([, { measured }]) => measured > 0)
    .sort(([a], [b]) => a - b)
    .map(([minute, { measured, isBad }]) => ({
      ...{ minute, good: isBad ? 0 : 1, bad: isBad ? 1 : 0 },
      ...{ excluded: 0, clientErrors: 0, measured },
    }));
}
