import { describe, expect, it } from 'vitest';
import { historyOf, judge, objectiveOf, start, twoWeeks, whole } from '../../test/budget-world.ts';
import { noMask } from '../corrections/index.ts';
import { MinuteHistory, minuteOf } from '../minutes/index.ts';
import { evaluateBudget } from './evaluate.ts';
import { makeLedger } from './ledger.ts';
import { checkObjective, type Method, type MissingPolicy } from './objective.ts';
import { outlookOf } from './outlook.ts';

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
describe('a budget', () => {
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
    // Agreed already, and in force from the eleventh day on.
    const later = { from: from + 10 * 1440, target: 0.9 };
    const changing = { ...objective, targets: [...objective.targets, later] };
    const slices = { old: 10 * 1440, new: 743 * 60 - 10 * 1440 };
    expect(evaluateBudget(changing, ledger, from + 1440)?.allowed).toBeCloseTo(
      slices.old * 0.01 + slices.new * 0.1,
      9,
    );
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
