import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateBudget, makeComposite, makeLedger, type Objective } from '../budget/index.ts';
import { composite } from '../composite/index.ts';
import { noMask } from '../corrections/index.ts';
import { MinuteHistory, minuteOf } from '../minutes/index.ts';
import { suggest } from '../suggest/index.ts';
import { replayCandidates } from './candidates.ts';
import type { CountedMinute } from './counted-minute.ts';
import { type CountedPart, judgeLogs } from './judge-logs.ts';
import { makeReport } from './report.ts';

const start = minuteOf(Date.parse('2026-10-01T00:00Z'));
const length = 180;
const covers = { from: start, to: start + length };
const objectiveOf = (method: Objective['method']): Objective => ({
  ...{ method, window: { kind: 'rolling', minutes: 1440 }, missing: 'exclude' },
  targets: [{ from: 0, target: 0.95 }],
});
const events = objectiveOf({ kind: 'occurrences' });

/** Requests of each minute, of which some failed; none is a minute without a line. */
type Said = readonly (readonly [good: number, bad: number])[];
const minutesOf = (said: Said): readonly CountedMinute[] =>
  said.flatMap(([good, bad], at) =>
    good + bad === 0 ? [] : [{ minute: start + at, good, bad, excluded: 0 }],
  );
const partOf = (name: string, weight: number, said: Said, more = {}): CountedPart => ({
  ...{ name, weight, minutes: minutesOf(said), covers, ...more },
});
const steady = (count: number, each: readonly [number, number]): Said =>
  Array.from({ length: count }, () => each);

const minute = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3 }));
const policies = ['good', 'bad', 'exclude', 'freeze'] as const;
const anyPart = fc.record({
  /** Where its own logs begin: what lies an hour or more after the others' beginning is not measured. */
  begins: fc.constantFrom(0, 30, 90),
  weight: fc.integer({ min: 1, max: 9 }),
  // Little traffic, so that no stretch without a line is a hole.
  said: fc.array(minute, { minLength: 1, maxLength: 50 }),
});

describe('logs of a composite', () => {
  it.each<Objective['method']>([
    { kind: 'occurrences' },
    { kind: 'timeslices', sliceMinutes: 5, sliceTarget: 0.9 },
    { kind: 'ratio-timeslices', sliceMinutes: 5 },
  ])('are judged as the same minutes are that were measured live: %o', (method) => {
    const several = fc.array(anyPart, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(several, fc.constantFrom(...policies), (all, missing) => {
        const objective = { ...objectiveOf(method), missing };
        const whole = { ...covers, from: start + Math.min(...all.map(({ begins }) => begins)) };
        const parts = all.map(({ weight, said, begins }, at) =>
          partOf(`part-${at}`, weight, [...steady(begins, [0, 0]), ...said], {
            covers: { ...covers, from: start + begins },
          }),
        );
        fc.pre(parts.every(({ minutes }) => minutes.length > 0));
        const judged = judgeLogs(objective, { parts });
        const live = makeComposite(
          all.map(({ weight, said, begins }, at) => {
            const history = new MinuteHistory();
            const known = start + begins - whole.from < 60 ? whole.from : start + begins;
            for (let minute = known; minute < covers.to; minute += 1) {
              const [good, bad] = said[minute - start - begins] ?? [0, 0];
              history.add(minute, { good, bad, measured: 60_000 });
            }
            const ledger = makeLedger(history, method, noMask, whole);
            return { name: `part-${at}`, weight, ledger };
          }),
        );
        const found = judged && evaluateBudget(objective, judged.ledger, covers.to);
        expect(found).toEqual(evaluateBudget(objective, live, covers.to));
      }),
      { numRuns: 40 },
    );
  });

  it('are the weighted mean of the parts, each of which says what it spent of the budget', () => {
    const parts = [
      partOf('search', 1, steady(length, [990, 10])),
      partOf('checkout', 3, steady(length, [9, 1])),
    ];
    const report = makeReport({ objective: events, parts, routes: [], points: 5 });
    const members = [0.99, 0.9].map((sli, at) => ({
      ...{ name: parts[at]?.name ?? '', weight: parts[at]?.weight ?? 0, sli },
      whenMissing: 'ignore' as const,
    }));
    const pure = composite(members, 0.05);
    expect(report?.budget.sli).toBeCloseTo(pure.sli ?? 0, 12);
    expect(report?.budget.remainingShare).toBeCloseTo(pure.remainingShare ?? 0, 12);
    const [search, checkout] = report?.parts ?? [];
    expect(search).toMatchObject({ total: 180_000, bad: 1800, coverage: 1 });
    expect(search?.burn).toBeCloseTo(0.2, 10);
    expect(checkout?.burn).toBeCloseTo(2, 10);
    expect(checkout?.errorShare).toBeCloseTo((pure.members[1]?.error ?? 0) / 0.0775, 10);
    const spent = (search?.budgetShare ?? 0) + (checkout?.budgetShare ?? 0);
    expect(spent).toBeCloseTo(1 - (pure.remainingShare ?? 0), 12);
  });

  it('hold a part as not measured where its own logs do not reach, and say so', () => {
    const late = { from: start + 120, to: covers.to };
    const parts = [
      partOf('search', 1, steady(length, [9, 1])),
      partOf('checkout', 1, [...steady(120, [0, 0]), ...steady(60, [10, 0])], { covers: late }),
    ];
    const judged = judgeLogs(events, { parts });
    expect(judged?.logs).toMatchObject({ span: covers, holes: [{ from: start, to: start + 120 }] });
    const report = makeReport({ objective: events, parts, routes: [], points: 5 });
    expect(report?.parts.map(({ coverage }) => coverage)).toEqual([1, 1 / 3]);
    expect(report?.budget.coverage.share).toBeCloseTo(2 / 3, 12);
  });

  it('replay and suggest by the weighted mean, and know how few checkouts stand behind it', () => {
    const parts = [
      partOf('search', 1, steady(length, [1000, 0])),
      partOf('checkout', 3, steady(length, [1, 0])),
    ];
    const given = { objective: events, parts, incidents: [] };
    const replayed = replayCandidates({ ...given, targets: [0.9] });
    // Kish: 1 / (0.25² / 180,000 + 0.75² / 180).
    expect(replayed?.events).toBeCloseTo(1 / (0.0625 / 180_000 + 0.5625 / 180), 8);
    const suggested = suggest({ ...given, targets: [0.98, 0.999] });
    expect(suggested?.judged.map(({ against }) => against.map(({ code }) => code))).toEqual([
      ['unproven'],
      [],
    ]);
    expect(suggested?.chosen?.candidate.target).toBe(0.98);
  });
});
