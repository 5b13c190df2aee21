import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AlertEvent,
  type AlertPolicy,
  type AlertState,
  nothingYet,
  readAlerts,
  standardTiers,
  step,
  usualPolicy,
} from '../alerts/index.ts';
import {
  evaluateBudget,
  judgeSpan,
  type Method,
  type MissingPolicy,
  makeComposite,
  makeLedger,
  type Objective,
  type Window,
} from '../budget/index.ts';
import { maskOf, noMask } from '../corrections/index.ts';
import { type Counts, MinuteHistory, minuteOf } from '../minutes/index.ts';
import { type ReplayOptions, replay } from './replay.ts';

const start = minuteOf(Date.parse('2026-10-30T00:00Z'));
const policy: AlertPolicy = {
  ...usualPolicy,
  tiers: standardTiers(43_200),
  noData: null,
  spentAt: [0.5, 1],
  drops: [
    { share: 0.2, minutes: 30 },
    { share: 0.5, minutes: 700 },
  ],
};
const base: Objective = {
  method: { kind: 'occurrences' },
  window: { kind: 'rolling', minutes: 43_200 },
  targets: [],
  missing: 'exclude',
};

function historyOf(length: number, each: (at: number) => Partial<Counts>): MinuteHistory {
  const history = new MinuteHistory();
  for (let at = 0; at < length; at += 1) history.add(start + at, { measured: 60_000, ...each(at) });
  return history;
}

function optionsOf(
  history: MinuteHistory,
  length: number,
  more: Partial<ReplayOptions> = {},
): ReplayOptions {
  const objective = more.objective ?? base;
  const whole = { from: start, to: start + length };
  return {
    policy,
    objective,
    ledger: makeLedger(history, objective.method, noMask, whole),
    span: whole,
    targets: [0.99],
    incidents: [],
    graceMinutes: 5,
    curvePoints: 10,
    ...more,
  };
}

/** The live path, an evaluation a minute: slow and obvious. */
function livePages({ policy: given, objective, ledger, span }: ReplayOptions, target: number) {
  let state: AlertState = nothingYet;
  const events: AlertEvent[] = [];
  const about = { ...objective, targets: [{ from: 0, target }] };
  for (let at = span.from + 1; at <= span.to; at += 1) {
    const read = readAlerts(given, about, ledger, at);
    const length = read.budget === null ? 0 : read.budget.window.to - read.budget.window.from;
    // A period that has just begun is measured by a whole one before now (`settled` of the engine).
    const asOf = read.budget?.asOf ?? at;
    const whole = judgeSpan(about, ledger, { from: asOf - length, to: asOf }).allowed;
    const allowed = Math.max(read.budget?.allowed ?? 0, whole);
    const readings = read.readings.map((one) => {
      const isShare = one.kind === 'budget-spent' || one.kind === 'budget-drop';
      if (!isShare || objective.window.kind !== 'calendar') return one;
      const bad =
        one.kind === 'budget-spent'
          ? (read.budget?.bad ?? 0)
          : judgeSpan(about, ledger, { from: asOf - one.minutes, to: asOf }).bad;
      return { ...one, holds: one.holds && bad / allowed >= one.at };
    });
    const stepped = step(given, state, { ...read, readings });
    state = stepped.state;
    events.push(...stepped.events.filter(({ kind }) => kind === 'fired'));
  }
  return events
    .map(({ key, at }) => ({ key, firedAt: at }))
    .toSorted((a, b) => a.firedAt - b.firedAt || (a.key < b.key ? -1 : 1));
}

describe('replaying history', () => {
  it('pages exactly as live evaluation minute by minute does, whatever the method, window and gaps', () => {
    const length = 700;
    const worlds = fc.record({
      method: fc.constantFrom<Method>(
        { kind: 'occurrences' },
        { kind: 'timeslices', sliceMinutes: 3, sliceTarget: 0.9 },
        { kind: 'ratio-timeslices', sliceMinutes: 1 },
      ),
      window: fc.constantFrom<Window>(
        { kind: 'rolling', minutes: 43_200 },
        { kind: 'rolling', minutes: 500 },
        { kind: 'calendar', unit: 'day', count: 1, timeZone: 'America/New_York' },
      ),
      missing: fc.constantFrom<MissingPolicy>('good', 'bad', 'exclude', 'freeze'),
      outages: fc.array(
        fc.tuple(fc.nat(600), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 10 })),
        { maxLength: 4 },
      ),
      gaps: fc.array(fc.tuple(fc.nat(600), fc.integer({ min: 1, max: 60 })), { maxLength: 2 }),
      targets: fc.array(fc.constantFrom(0.5, 0.9, 0.99, 0.999), { minLength: 1, maxLength: 2 }),
    });
    fc.assert(
      fc.property(worlds, ({ method, window, missing, outages, gaps, targets }) => {
        const history = historyOf(length, (at) => {
          if (gaps.some(([from, size]) => at >= from && at < from + size)) return { measured: 0 };
          const [, , bad = 0] =
            outages.find(([from, size]) => at >= from && at < from + size) ?? [];
          return { good: 10 - bad, bad };
        });
        const options = optionsOf(history, length, {
          objective: { ...base, method, window, missing },
        });
        for (const found of replay({ ...options, targets })) {
          const pages = [...found.pages, ...found.tickets]
            .map(({ key, firedAt }) => ({ key, firedAt }))
            .toSorted((a, b) => a.firedAt - b.firedAt || (a.key < b.key ? -1 : 1));
          expect(pages).toEqual(livePages(options, found.target));
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  const twoOutages = (at: number) =>
    at >= 2000 && at < 2030
      ? { bad: 100 }
      : at >= 4000 && at < 4030
        ? { bad: 3, good: 97 }
        : { good: 100 };
  const incidents = [
    { id: 'big', from: start + 2000, to: start + 2030 },
    { id: 'small', from: start + 4000, to: start + 4030 },
  ];

  it('says which declared incidents each target would have caught, and how late', () => {
    const [loose, tight] = replay(
      optionsOf(historyOf(5000, twoOutages), 5000, { targets: [0.9, 0.999], incidents }),
    );
    expect(loose).toMatchObject({ caught: [], missed: ['big', 'small'], pages: [] });
    expect(loose?.dead).toMatchObject([{ tier: 'page-quick' }]);
    expect(tight?.missed).toEqual([]);
    expect(tight?.caught[0]).toMatchObject({ incident: 'big', afterMinutes: 2 });
    expect(tight?.dead).toEqual([]);
  });

  it('stands still where data ends, if the policy is to freeze', () => {
    const history = historyOf(3000, (at) => (at < 2060 ? twoOutages(at) : { measured: 0 }));
    const resolved = (missing: MissingPolicy) => {
      const [found] = replay(optionsOf(history, 3000, { objective: { ...base, missing } }));
      return found?.pages.find(({ key }) => key === 'burn-page')?.resolvedAt;
    };
    expect(resolved('exclude')).toBe(start + 2064);
    expect(resolved('freeze')).toBeNull();
  });

  it('counts the pages that no incident explains', () => {
    const [found] = replay(
      optionsOf(historyOf(5000, twoOutages), 5000, { incidents: incidents.slice(1) }),
    );
    expect(found?.unexplained).toBeGreaterThan(0);
  });

  it('takes corrections out before it judges', () => {
    const when = { kind: 'once', from: start + 2000, to: start + 2030 } as const;
    const mask = maskOf([{ id: 'm', when, who: 'a', why: 'b', agreedBy: 'c' }], {
      from: start,
      to: start + 5000,
    });
    const history = historyOf(5000, (at) => (at < 3000 ? twoOutages(at) : { good: 100 }));
    const ledger = makeLedger(history, base.method, mask, { from: start, to: start + 5000 });
    expect(replay(optionsOf(history, 5000, { ledger }))[0]).toMatchObject({
      pages: [],
      tickets: [],
      lowest: 1,
    });
  });

  it('draws the budget as evaluating it at those minutes would', () => {
    const options = optionsOf(historyOf(5000, twoOutages), 5000, { curvePoints: 7 });
    const [found] = replay(options);
    expect(found?.curve.length).toBe(7);
    expect(found?.curve.at(-1)?.at).toBe(start + 5000);
    for (const { at, remainingShare } of found?.curve ?? []) {
      const about = { ...base, targets: [{ from: 0, target: 0.99 }] };
      expect(remainingShare).toBe(evaluateBudget(about, options.ledger, at)?.remainingShare);
    }
  });

  it.each<MissingPolicy>(['good', 'bad', 'exclude'])(
    'decides what one part of a composite misses as live evaluation does: %s',
    (missing) => {
      const length = 1000;
      const whole = { from: start, to: start + length };
      const objective = { ...base, missing };
      const part = (name: string, weight: number, each: (at: number) => Partial<Counts>) => ({
        ...{ name, weight },
        ledger: makeLedger(historyOf(length, each), base.method, noMask, whole),
      });
      const ledger = makeComposite([
        part('busy', 1, () => ({ good: 99, bad: 1 })),
        part('dark', 3, (at) => (at < 600 ? { good: 9, bad: 1 } : { measured: 0 })),
      ]);
      const given = { ...optionsOf(new MinuteHistory(), length, { objective }), ledger };
      const about = { ...objective, targets: [{ from: 0, target: 0.99 }] };
      for (const { at, remainingShare } of replay(given)[0]?.curve ?? [])
        expect(remainingShare).toBeCloseTo(
          evaluateBudget(about, ledger, at)?.remainingShare ?? Number.NaN,
          9,
        );
    },
  );

  it('draws no budget where it stood still before anything was measured', () => {
    const objective: Objective = {
      ...{ method: { kind: 'timeslices', sliceMinutes: 1, sliceTarget: 0.9 }, missing: 'freeze' },
      ...{ window: { kind: 'calendar', unit: 'day', count: 1, timeZone: 'UTC' }, targets: [] },
    };
    const history = historyOf(100, (at) => (at < 50 ? { measured: 0 } : { good: 1 }));
    const [found] = replay(optionsOf(history, 100, { objective }));
    expect(found?.curve.map(({ remainingShare }) => remainingShare)).toEqual([
      ...[null, null, null, null, null],
      ...[1, 1, 1, 1, 1],
    ]);
  });

  it('tells of a spent budget, and looks for its lowest point, only from when it is asked to', () => {
    const history = historyOf(5000, (at) => (at < 10 ? { bad: 100 } : { good: 100 }));
    const options = { targets: [0.99] };
    const [found] = replay(optionsOf(history, 5000, options));
    expect(found?.pages.find(({ key }) => key === 'spent-1')?.firedAt).toBe(start + 1);
    expect(found?.lowest).toBeCloseTo(-99);
    const later = { ...options, spentFrom: start + 500, lowestFrom: start + 1000 };
    const [since] = replay(optionsOf(history, 5000, later));
    expect(since?.pages.find(({ key }) => key === 'spent-1')?.firedAt).toBe(start + 500);
    expect(since?.lowest).toBeCloseTo(0);
  });

  it('calls no period spent by the first failure of its first hour', () => {
    const day = { kind: 'calendar', unit: 'day', count: 1, timeZone: 'UTC' } as const;
    const objective: Objective = { ...base, window: day };
    // One of a hundred in the second day's tenth minute, in a day that allows fourteen.
    const each = (at: number): Partial<Counts> => (at === 1450 ? { bad: 1 } : { good: 1 });
    const spent = (failing: typeof each) => {
      const options = optionsOf(historyOf(2880, failing), 2880, { objective });
      return replay(options)[0]?.pages.filter(({ key }) => key === 'spent-1');
    };
    expect(spent(each)).toEqual([]);
    expect(spent((at) => (at >= 1450 && at < 1480 ? { bad: 1 } : { good: 1 }))).toHaveLength(1);
  });

  it('keeps to a drop of the budget while a new period has had no traffic yet', () => {
    const day = { kind: 'calendar', unit: 'day', count: 1, timeZone: 'UTC' } as const;
    const objective: Objective = { ...base, window: day };
    // All of the first day's last ten minutes fail, and nothing comes until an hour after midnight.
    const history = historyOf(1600, (at) =>
      at < 1430 ? { good: 1 } : at < 1440 ? { bad: 1 } : at < 1500 ? {} : { good: 1 },
    );
    const drops = [{ share: 0.2, minutes: 30 }];
    const options = optionsOf(history, 1600, { objective, policy: { ...policy, drops } });
    const found = replay(options)[0]?.tickets.filter(({ key }) => key.startsWith('drop-'));
    // Three of the fourteen that a day may fail; from 30 minutes later on fewer are in sight.
    expect(found).toMatchObject([{ firedAt: start + 1433, resolvedAt: start + 1473 }]);
  });

  it('refuses a target that cannot be one', () => {
    expect(() =>
      replay(
        optionsOf(
          historyOf(10, () => ({})),
          10,
          { targets: [1] },
        ),
      ),
    ).toThrow(expect.objectContaining({ code: 'bad-target' }));
  });
});
