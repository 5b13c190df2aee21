import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf, judge, objectiveOf, start, whole } from '../../test/budget-world.ts';
import { type Correction, maskOf } from '../corrections/index.ts';
import type { Counts, Span } from '../minutes/index.ts';
import { evaluateBudget } from './evaluate.ts';
import type { Method, Objective } from './objective.ts';

const methods = fc.constantFrom<Method>(
  { kind: 'occurrences' },
  { kind: 'timeslices', sliceMinutes: 1, sliceTarget: 0.9 },
  { kind: 'timeslices', sliceMinutes: 7, sliceTarget: 0.5 },
  { kind: 'ratio-timeslices', sliceMinutes: 5 },
);
const length = 300;
const minutes = fc.array(
  fc.record({
    good: fc.integer({ min: 0, max: 20 }),
    bad: fc.constantFrom(0, 0, 0, 1, 5),
    measured: fc.constantFrom(whole, whole, whole, 30_000, 0),
  }),
  { minLength: length, maxLength: length },
);
const spans = fc.array(
  fc.tuple(fc.integer({ min: 0, max: length }), fc.integer({ min: 1, max: 60 })),
  { maxLength: 3 },
);

/** The slow, plain way: walk over every slice of the window and look at each of its minutes. */
function slowly(
  given: readonly Counts[],
  masked: readonly Span[],
  objective: Objective,
  span: Span,
) {
  const { method } = objective;
  const size = method.kind === 'occurrences' ? 1 : method.sliceMinutes;
  const sums = { total: 0, bad: 0, missing: 0, measured: 0 };
  for (let slice = Math.ceil(span.from / size); (slice + 1) * size <= span.to; slice += 1) {
    const inside = Array.from({ length: size }, (_, offset) => slice * size + offset)
      .filter((minute) => !masked.some(({ from, to }) => from <= minute && minute < to))
      .map((minute) => given[minute - start]);
    if (inside.length === 0) continue;
    const sum = (column: 'good' | 'bad' | 'measured') =>
      inside.reduce((so, each) => so + (each?.[column] ?? 0), 0);
    const [good, bad, seen] = [sum('good'), sum('bad'), sum('measured') / (inside.length * whole)];
    sums.measured += sum('measured');
    const ratio = good + bad === 0 ? 1 : good / (good + bad);
    if (method.kind === 'occurrences') {
      sums.total += good + bad;
      sums.bad += bad;
      sums.missing += 1 - seen;
    } else if (method.kind === 'timeslices' && ratio < method.sliceTarget) {
      sums.total += 1;
      sums.bad += 1;
    } else if (seen < 0.5 && (method.kind === 'timeslices' || bad === 0)) sums.missing += 1;
    else {
      sums.total += 1;
      if (method.kind === 'ratio-timeslices') sums.bad += 1 - ratio;
    }
  }
  return sums;
}

describe('a budget', () => {
  it('is what walking over every slice gives, with any correction, method and window', () => {
    fc.assert(
      fc.property(
        methods,
        minutes,
        spans,
        fc.integer({ min: 30, max: length }),
        (method, given, out, rolling) => {
          const corrections = out.map(
            ([from, size], index): Correction => ({
              id: String(index),
              when: { kind: 'once', from: start + from, to: start + from + size },
              who: 'a',
              why: 'b',
              agreedBy: 'c',
            }),
          );
          const mask = maskOf(corrections, { from: start, to: start + length });
          const objective = objectiveOf({ method, window: { kind: 'rolling', minutes: rolling } });
          const history = historyOf(length, (at) => given[at] ?? {});
          const { state, ledger } = judge(objective, history, length, mask);
          const counts = given as unknown as readonly Counts[];
          const slow = slowly(
            counts,
            corrections.map(({ when }) => when as unknown as Span),
            objective,
            {
              from: start + length - rolling,
              to: start + length,
            },
          );
          expect(state.total).toBe(slow.total);
          expect(state.bad).toBeCloseTo(slow.bad, 6);
          expect(state.coverage.measured).toBe(slow.measured);
          expect(state.allowed).toBeCloseTo(slow.total * 0.05, 9);
          const rate =
            method.kind !== 'occurrences'
              ? 1
              : slow.total * slow.measured === 0
                ? 1
                : (slow.total / slow.measured) * whole;
          for (const missing of ['good', 'bad'] as const) {
            const assumed = evaluateBudget({ ...objective, missing }, ledger, start + length);
            expect(assumed?.total).toBeCloseTo(slow.total + slow.missing * rate, 5);
            expect(assumed?.bad).toBeCloseTo(
              slow.bad + (missing === 'bad' ? slow.missing * rate : 0),
              5,
            );
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
