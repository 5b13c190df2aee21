import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, rowsOf, type SloHistory, stripOf, sumsOf } from './history-columns.ts';

type Point = SloHistory['points'][number];

const at = (minute: number) => new Date(Date.UTC(2026, 9, 4, 0, minute)).toISOString();

function historyOf(points: readonly Partial<Point>[]): SloHistory {
  const quiet = { good: 0, bad: 0, excluded: 0, clientErrors: 0, coverage: 1 };
  const shares = { remainingShare: 1, rawRemainingShare: 1 };
  return {
    ...{ id: 'shop', from: at(0), to: at(points.length), bucketMinutes: 10 },
    ...{ targets: [], corrections: [], pages: [] },
    points: points.map((point, index) => ({ at: at(index), ...quiet, ...shares, ...point })),
  };
}

const point = fc.record({
  good: fc.nat(1000),
  bad: fc.oneof(fc.constant(0), fc.nat(50)),
  coverage: fc.constantFrom(0, 0.5, 1),
  remainingShare: fc.option(fc.double({ min: -2, max: 1, noNaN: true })),
});

describe('a history that is drawn', () => {
  it('leaves gaps where nothing was measured, and says no share of nothing', () => {
    const { total, badShare } = columnsOf(historyOf([{ coverage: 0 }, { good: 90, bad: 10 }, {}]));
    expect(total).toEqual([null, 10, 0]);
    expect(badShare).toEqual([null, 10, null]);
  });

  it('shows the uncorrected budget only where corrections made a difference', () => {
    expect(columnsOf(historyOf([{}, {}])).corrected).toBe(false);
    expect(columnsOf(historyOf([{}, { rawRemainingShare: 0.4 }])).corrected).toBe(true);
  });

  it('says how the budget went, by what is known of it', () => {
    const shares = [null, 0.9, -0.2, 0.1].map((remainingShare) => ({ remainingShare }));
    expect(sumsOf(historyOf(shares))).toMatchObject({ first: 0.9, last: 0.1, lowest: -0.2 });
    expect(sumsOf(historyOf([]))).toMatchObject({ first: null, last: null, lowest: null });
  });

  it('covers every moment once with its strip, and nothing burned looks like nothing measured', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 300 }), (points) => {
        const history = historyOf(points);
        const strip = stripOf(history, 0.01);
        let end = 0;
        for (const { x, width, weight } of strip) {
          expect(x).toBeCloseTo(end, 9);
          expect(weight).toBeGreaterThan(0);
          end = x + width;
        }
        expect(end).toBeCloseTo(1, 9);
        const burned = points.some(({ bad }) => bad > 0);
        expect(strip.some(({ kind }) => kind === 'burned')).toBe(burned);
      }),
      { numRuns: 100 },
    );
  });

  it('adds up to the same in a table of few rows', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 500 }), (points) => {
        const history = historyOf(points);
        const rows = rowsOf(history);
        expect(rows.length).toBeLessThanOrEqual(31);
        const sum = (list: readonly { readonly bad: number }[]) =>
          list.reduce((all, { bad }) => all + bad, 0);
        expect(sum(rows)).toBe(sum(points));
        expect(rows.at(-1)?.remainingShare).toBe(history.points.at(-1)?.remainingShare);
      }),
      { numRuns: 100 },
    );
  });
});
