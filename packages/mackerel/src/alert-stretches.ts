import type { AlarmStretch } from '@sekisho/core/sources';
import { type Alert, openedMs } from './read-alerts.ts';

/** What an open alert of a status means; a closed one says `OK` and no more how grave it was. */
export type AlertMeaning = 'bad' | 'unmeasured' | 'good';

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly meaning: AlertMeaning;
}

/**
 * What alerts say of a time: bad while any counts as bad, unmeasured while any is unknown, else good.
 * @param from milliseconds since 1970, as `to`
 */
export function alertStretches(
  alerts: readonly Alert[],
  meaningOf: (status: string) => AlertMeaning,
  from: number,
  to: number,
): readonly AlarmStretch[] {
  const pieces = alerts.map((alert): Piece => {
    const { status, closedAt = null } = alert;
    const isOpen = closedAt === null;
    return {
      from: Math.max(from, openedMs(alert)),
      to: isOpen ? to : Math.min(to, closedAt * 1000),
      meaning: isOpen ? meaningOf(status) : 'bad',
    };
  });
  const told = pieces.filter((piece) => piece.from < piece.to && piece.meaning !== 'good');
  const cuts = new Set([from, to, ...told.flatMap((piece) => [piece.from, piece.to])]);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).flatMap((end, index): readonly AlarmStretch[] => {
    const begin = edges[index] ?? end;
    const here = told.filter((piece) => piece.from <= begin && piece.to >= end);
    if (here.some(({ meaning }) => meaning === 'bad'))
      return [{ from: begin, to: end, state: 'bad' }];
    return here.length > 0 ? [] : [{ from: begin, to: end, state: 'good' }];
  });
}
