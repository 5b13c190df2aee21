import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { albLog } from '../../test/alb-lines.ts';
import { countBytes } from '../../test/count-bytes.ts';
import type { Contribution } from './contribution.ts';
import { contributionsOf } from './contribution.ts';
import { addContributions, foldMinutes } from './fold.ts';

const origin = { definition: 'd', source: 'web' };

function counted(bytes: Buffer, segment: string, extent = bytes.length): readonly Contribution[] {
  return contributionsOf(countBytes(bytes).minutes, { ...origin, segment, extent });
}

/** Pieces of a log that end where lines end. */
function piecesOf(log: Buffer, places: readonly number[]): readonly Buffer[] {
  const ends = places.map((place) => log.indexOf(10, place % (log.length + 1)) + 1);
  const cuts = [0, ...ends.filter((end) => end > 0).toSorted((a, b) => a - b), log.length];
  return cuts.slice(1).map((end, index) => log.subarray(cuts[index], end));
}

const foldOf = (...batches: readonly (readonly Contribution[])[]) =>
  foldMinutes(batches.reduce(addContributions, new Map()));

describe('contributions', () => {
  it('give the same minutes counted whole, in pieces, in any order, twice, late and on two machines', () => {
    fc.assert(
      fc.property(
        albLog,
        fc.array(fc.nat(), { maxLength: 5 }),
        fc.infiniteStream(fc.nat()),
        (log, places, dice) => {
          const roll = () => Number(dice.next().value);
          const parts = piecesOf(log, places).flatMap((piece, index) =>
            counted(piece, `part ${index}`),
          );
          const doubled = [...parts, ...parts.filter(() => roll() % 2 === 0)];
          const shuffled = doubled
            .map((part) => ({ part, at: roll() }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ part }) => part);
          const half = roll() % (shuffled.length + 1);
          const [here, late] = [shuffled.slice(0, half), shuffled.slice(half)];
          const whole = countBytes(log).minutes;
          expect(foldOf(here, late)).toEqual(whole);
          expect(foldOf(late, here, late)).toEqual(whole);
          expect(foldOf(counted(log, 'all'), counted(log, 'all'))).toEqual(whole);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('take the longer reading of a segment that grew, whichever comes first', () => {
    fc.assert(
      fc.property(albLog, fc.nat(), (log, place) => {
        const [first = log] = piecesOf(log, [place]);
        const [early, full] = [counted(first, 'access.log'), counted(log, 'access.log')];
        expect(foldOf(early, full)).toEqual(countBytes(log).minutes);
        expect(foldOf(full, early)).toEqual(countBytes(log).minutes);
      }),
    );
  });

  it('are kept apart by definition, source, segment and day', () => {
    const minute = { minute: 0, good: 1, bad: 0, excluded: 0 };
    const base = { ...origin, segment: 's', extent: 1 };
    const all = [
      ...contributionsOf([minute, { ...minute, minute: 1440 }], base),
      ...contributionsOf([minute], { ...base, segment: 't' }),
      ...contributionsOf([minute], { ...base, source: 'api' }),
      ...contributionsOf([minute], { ...base, definition: 'e' }),
    ];
    expect(all.map(({ day }) => day).slice(0, 2)).toEqual(['1970-01-01', '1970-01-02']);
    expect(foldOf(all)).toEqual([
      { ...minute, good: 4 },
      { ...minute, minute: 1440 },
    ]);
  });
});
