import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Correction, maskOf, noMask } from '../corrections/index.ts';
import { type Counts, MinuteHistory, minuteOf, type Span } from '../minutes/index.ts';
import { evaluateBudget } from './evaluate.ts';
import { makeLedger } from './ledger.ts';
import { checkObjective, type Method, type MissingPolicy, type Objective } from './objective.ts';
import { outlookOf } from './outlook.ts';

const start = 20_000 * 1440;
const twoWeeks = 20_160;
const whole = 60_000;

function historyOf(length: number, each: (at: number) => Partial<Counts>): MinuteHistory {
  const history = new MinuteHistory();
  for (let at = 0; at < length; at += 1) history.add(start + at, { measured: whole, ...each(at) });
  return history;
}

function objectiveOf(more: Partial<Objective>): Objective {
  return {
    method: { kind: 'occurrences' },
    window: { kind: 'rolling', minutes: twoWeeks },
    targets: [{ from: 0, target: 0.95 }],
    missing: 'exclude',
    ...more,
  };
}

function judge(objective: Objective, history: MinuteHistory, length: number, mask = noMask) {
  checkObjective(objective);
  const ledger = makeLedger(history, objective.method, mask, { from: start, to: start + length });
  const state = evaluateBudget(objective, ledger, start + length);
  if (state === null) throw new Error('nothing was judged');
  return { state, ledger };
}

// OpenSLO, examples/budgeting-method: two weeks, 95 %, 24,000 requests a day of which 99 % are good,
// then an attack that leaves 1 % good.
const timeslices: Method = { kind: 'timeslices', sliceMinutes: 1, sliceTarget: 0.95 };
const ratios: Method = { kind: 'ratio-timeslices', sliceMinutes: 1 };
const attackFor = (minutes: number) =>
  historyOf(twoWeeks, (at) => (at < minutes ? { good: 1, bad: 99 } : { good: 99, bad: 1 }));

describe('the budgeting methods of OpenSLO on its own example', () => {
  it('timeslices stand 16 h 48 min of attack and no minute more', () => {
    const objective = objectiveOf({ method: timeslices });
    expect(judge(objective, attackFor(16 * 60 + 48), twoWeeks).state).toMatchObject({
      allowed: 1008,
      remaining: 0,
    });
    expect(judge(objective, attackFor(16 * 60 + 49), twoWeeks).state.remaining).toBe(-1);
  });

  it('ratio timeslices stand about 13 h 45 min', () => {
    const objective = objectiveOf({ method: ratios });
    expect(judge(objective, attackFor(13 * 60 + 42), twoWeeks).state.remaining).toBeGreaterThan(0);
    expect(judge(objective, attackFor(13 * 60 + 43), twoWeeks).state.remaining).toBeLessThan(0);
  });

  it('occurrences are spent by 14,298 requests of the attack, which count in the denominator too', () => {
    const spentBy = (attack: number) => {
      const history = historyOf(1, () => ({
        good: 332_640 * 100 + attack,
        bad: 3_360 * 100 + attack * 99,
      }));
      return judge(objectiveOf({}), history, 1).state.remaining;
    };
    expect(spentBy(14_297)).toBeGreaterThan(0);
    expect(spentBy(14_298)).toBeLessThan(0);
  });
});

const policies: readonly MissingPolicy[] = ['good', 'bad', 'exclude', 'freeze'];
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

  it('says what is left with its sign, how fast it goes, and when it recovers and resets', () => {
    const history = historyOf(1000, (at) => ({
      good: 100,
      bad: at === 10 || at === 500 ? 3000 : 0,
    }));
    const objective = objectiveOf({ window: { kind: 'rolling', minutes: 1000 } });
    const { state, ledger } = judge(objective, history, 1000);
    expect(state).toMatchObject({
      total: 106_000,
      bad: 6000,
      allowed: 5300,
      remaining: -700,
      full: true,
    });
    expect(state.burn).toBeCloseTo(6000 / 5300);
    expect(outlookOf(objective, ledger, state, 2)).toEqual({
      recoversAt: start + 10 + 1 + 1000,
      resetsAt: start + 500 + 1 + 1000,
      minutesLeft: 0,
    });
  });

  it('tells how long it lasts at a burn, and that a calm one lasts', () => {
    const history = historyOf(1000, () => ({ good: 99, bad: 1 }));
    const objective = objectiveOf({ window: { kind: 'rolling', minutes: 1000 } });
    const { state, ledger } = judge(objective, history, 1000);
    expect(outlookOf(objective, ledger, state, 4).minutesLeft).toBeCloseTo((0.8 * 1000) / 4);
    expect(outlookOf(objective, ledger, state, 0).minutesLeft).toBeNull();
    expect(outlookOf(objective, ledger, state, null).minutesLeft).toBeNull();
  });

  it('keeps for past minutes the target that was in force then', () => {
    const targets = [
      { from: start, target: 0.9 },
      { from: start + 60, target: 0.99 },
    ];
    const history = historyOf(100, () => ({ good: 9, bad: 1 }));
    const { state } = judge(objectiveOf({ targets }), history, 100);
    expect(state).toMatchObject({ target: 0.99, bad: 100 });
    expect(state.allowed).toBeCloseTo(600 * 0.1 + 400 * 0.01, 9);
    const ledger = makeLedger(history, { kind: 'occurrences' }, noMask, {
      from: start,
      to: start + 100,
    });
    expect(evaluateBudget(objectiveOf({ targets }), ledger, start + 60)).toMatchObject({
      target: 0.9,
      allowed: 60,
    });
    expect(evaluateBudget(objectiveOf({ targets }), ledger, start)).toBeNull();
  });

  it('counts for a calendar month its slices to come, and ends with the month', () => {
    const from = minuteOf(Date.parse('2026-03-01T05:00Z'));
    const history = new MinuteHistory();
    for (let minute = from; minute < from + 1440; minute += 1)
      history.add(minute, { good: 1, measured: whole });
    const month = {
      kind: 'calendar',
      unit: 'month',
      count: 1,
      timeZone: 'America/New_York',
    } as const;
    const objective = objectiveOf({
      window: month,
      method: timeslices,
      targets: [{ from: 0, target: 0.99 }],
    });
    const ledger = makeLedger(history, timeslices, noMask, { from, to: from + 1440 });
    const state = evaluateBudget(objective, ledger, from + 1440);
    expect(state?.allowed).toBeCloseTo(743 * 60 * 0.01, 9);
    if (state === null) return;
    expect(outlookOf(objective, ledger, state, 0.001).minutesLeft).toBeNull();
    expect(outlookOf(objective, ledger, state, 10).resetsAt).toBe(from + 743 * 60);
  });

  it.each(policies)('never takes unmeasured time for good unless told to: %s', (missing) => {
    const history = historyOf(60, (at) => (at < 40 ? { good: 9, bad: 1 } : { measured: 0 }));
    const { state } = judge(objectiveOf({ missing }), history, 60);
    const expected = {
      good: { asOf: start + 60, total: 600, bad: 40, assumed: 200, share: 2 / 3 },
      bad: { asOf: start + 60, total: 600, bad: 240, assumed: 200, share: 2 / 3 },
      exclude: { asOf: start + 60, total: 400, bad: 40, assumed: 0, share: 2 / 3 },
      freeze: { asOf: start + 40, total: 400, bad: 40, assumed: 0, share: 1 },
    }[missing];
    const { asOf, total, bad, coverage } = state;
    expect({ asOf, total, bad, assumed: coverage.assumed, share: coverage.share }).toEqual(
      expected,
    );
    expect(state.frozen).toBe(missing === 'freeze');
  });

  it('refuses to judge beyond what its ledger looked at', () => {
    const ledger = makeLedger(new MinuteHistory(), { kind: 'occurrences' }, noMask, {
      from: start,
      to: start + 10,
    });
    expect(() => evaluateBudget(objectiveOf({}), ledger, start + 11)).toThrow(RangeError);
  });

  it.each([
    [{ targets: [] }, 'no-target'],
    [{ targets: [{ from: 0, target: 1 }] }, 'bad-target'],
    [{ targets: [{ from: 0, target: Number.NaN }] }, 'bad-target'],
    [
      {
        targets: [
          { from: 5, target: 0.9 },
          { from: 5, target: 0.8 },
        ],
      },
      'targets-out-of-order',
    ],
    [{ method: { kind: 'ratio-timeslices', sliceMinutes: 0 } }, 'bad-slice'],
    [{ method: { kind: 'timeslices', sliceMinutes: 1, sliceTarget: 0 } }, 'bad-slice'],
  ] as const)('refuses an objective that makes no sense: %j', (more, code) => {
    expect(() => checkObjective(objectiveOf(more))).toThrow(expect.objectContaining({ code }));
  });
});
