import { type Pair, slotsOf } from './slots.ts';
import type { Piece } from './tally.ts';

/**
 * What two counters say, in order of time. Where more were told apart than there were in all, as a
 * race between two counters of one process can show, the count of all is believed.
 * @param maxGap milliseconds
 * @param apart which of them `part` counts
 */
export function countedPieces(pair: Pair, apart: 'good' | 'bad', maxGap: number): readonly Piece[] {
  return slotsOf(pair, maxGap)
    .map(({ from, to, total, part }) => {
      const told = Math.min(part, total);
      const rest = total - told;
      return apart === 'good'
        ? { from, to, good: told, bad: rest }
        : { from, to, good: rest, bad: told };
    })
    .sort((a, b) => a.from - b.from);
}
