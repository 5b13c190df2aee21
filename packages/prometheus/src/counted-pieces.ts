import { type Pair, slotsOf } from './slots.ts';
import type { Piece } from './tally.ts';

/**
 * What two counters say, in order of time. Where more were told apart than there were in all, as a
 * race between two counters of one process can show, the count of all is believed; as with clients' own errors.
 * @param maxGap milliseconds
 * @param apart which of them `part` counts
 */
export function countedPieces(pair: Pair, apart: 'good' | 'bad', maxGap: number): readonly Piece[] {
  return slotsOf(pair, maxGap)
    .map(({ from, to, total, part, clientErrors }) => {
      const told = Math.min(part, total);
      const rest = total - told;
      const common = { from, to, clientErrors: Math.min(clientErrors, total) };
      return apart === 'good'
        ? { ...common, good: told, bad: rest }
        : { ...common, good: rest, bad: told };
    })
    .sort((a, b) => a.from - b.from);
}
