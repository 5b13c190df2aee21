import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeLedger, type Objective } from '../budget/index.ts';
import { maskOf, noMask } from '../corrections/index.ts';
import { type Counts, MinuteHistory } from '../minutes/index.ts';
import { replay } from '../replay/index.ts';
import { type AlertPolicy, usualPolicy } from './policy.ts';
import { readAlerts } from './read-alerts.ts';
import { type AlertEvent, type AlertState, nothingYet, step } from './step.ts';
import { standardTiers } from './tier.ts';

const start = 20_000 * 1440;
const month = 43_200;
const policy: AlertPolicy = { ...usualPolicy, tiers: standardTiers(month) };
const objective: Objective = {
  method: { kind: 'occurrences' },
  window: { kind: 'rolling', minutes: month },
  targets: [{ from: 0, target: 0.99 }],
  missing: 'exclude',
};

function ledgerOf(length: number, each: (at: number) => Partial<Counts>, mask = noMask) {
  const history = new MinuteHistory();
  for (let at = 0; at < length; at += 1) {
    const counts = each(at);
    history.add(start + at, { measured: 60_000, ...counts });
  }
  return makeLedger(history, objective.method, mask, { from: start, to: start + length });
}

type Ledger = ReturnType<typeof ledgerOf>;

function run(ledger: Ledger, from: number, to: number, given = policy, about = objective) {
  let state: AlertState = nothingYet;
  const events: AlertEvent[] = [];
  for (let at = from; at <= to; at += 1) {
    const stepped = step(given, state, readAlerts(given, about, ledger, start + at));
    state = stepped.state;
    events.push(...stepped.events);
  }
  return { state, told: events.map(({ kind, key, at }) => `${at - start} ${kind} ${key}`), events };
}

describe('alerts', () => {
  it('page in the minutes after an outage begins, and resolve after it ends', () => {
    const ledger = ledgerOf(3000, (at) => (at >= 2000 && at < 2030 ? { bad: 100 } : { good: 100 }));
    const { told } = run(ledger, 1990, 2100, { ...policy, spentAt: [] });
    // 14.4 × 1 % of an hour is 8.64 minutes of it; ten are significantly more. The slower page holds
    // until less than 6 % of its last 30 minutes is bad, at 2059, and then resolves after 5 minutes.
    expect(told.filter((each) => each.endsWith('burn-page'))).toEqual([
      '2010 fired burn-page',
      '2064 resolved burn-page',
    ]);
  });

  it('say why in arithmetic', () => {
    const ledger = ledgerOf(3000, (at) => (at >= 2000 ? { bad: 100 } : { good: 100 }));
    const [first] = readAlerts(policy, objective, ledger, start + 2010).readings;
    expect(first).toMatchObject({
      kind: 'burn',
      tier: 'page-quick',
      why: 'fires',
      long: { minutes: 60, bad: 1000, total: 6000 },
      short: { minutes: 5, bad: 500, total: 500 },
      guard: { bad: 1000, total: 6000, shareNeeded: 0.02, shareMet: true, significant: true },
    });
  });

  it('hold back when two of three requests failed at night: not significant', () => {
    const quiet = ledgerOf(2000, (at) =>
      at < 1900 || at === 1950 ? { good: 1 } : at === 1987 || at === 1988 ? { bad: 1 } : {},
    );
    const { readings } = readAlerts(policy, objective, quiet, start + 1990);
    expect(readings.filter(({ holds }) => holds)).toEqual([]);
    const [pageQuick] = readings;
    expect(pageQuick).toMatchObject({
      why: 'not-significant',
      guard: { bad: 2, total: 3, shareMet: true, significant: false },
    });
  });

  it('hold back when failures are many of a few but little of the budget', () => {
    const night = ledgerOf(3000, (at) => (at < 2900 ? { good: 1000 } : { good: 1, bad: 1 }));
    const [first] = readAlerts(policy, objective, night, start + 2960).readings;
    expect(first).toMatchObject({
      why: 'small-share',
      guard: { significant: true, shareMet: false },
    });
    const unguarded = readAlerts(
      { ...policy, guard: null },
      objective,
      night,
      start + 2960,
    ).readings;
    expect(unguarded[0]).toMatchObject({ why: 'fires', guard: null });
  });

  it('are not told again when they come back soon, and are when they come back late', () => {
    const flapping = (at: number) =>
      [2000, 2050, 2300].some((from) => at >= from && at < from + 15);
    const ledger = ledgerOf(3000, (at) => (flapping(at) ? { bad: 100 } : { good: 100 }));
    const only: AlertPolicy = {
      ...policy,
      tiers: policy.tiers.slice(0, 1),
      spentAt: [],
      noData: null,
    };
    const { told, events } = run(ledger, 1990, 2400, only);
    expect(told.map((each) => each.replace(/^\d+ /, ''))).toEqual([
      'fired burn-page',
      'resolved burn-page',
      'refired burn-page',
      'resolved burn-page',
      'fired burn-page',
      'resolved burn-page',
    ]);
    expect(new Set(events.map(({ firedAt }) => firedAt)).size).toBe(2);
  });

  it('are told after all when they came back soon and stay', () => {
    const down = (at: number) => (at >= 2000 && at < 2015) || at >= 2050;
    const ledger = ledgerOf(3000, (at) => (down(at) ? { bad: 100 } : { good: 100 }));
    const tiers = policy.tiers.slice(0, 1);
    const only: AlertPolicy = { ...policy, tiers, spentAt: [], noData: null };
    const { told, events } = run(ledger, 1990, 2400, only);
    const [, resolved] = events;
    const after = (resolved?.at ?? 0) - start + only.refireAfter;
    expect(told.map((each) => each.replace(' burn-page', ''))).toEqual([
      '2010 fired',
      `${after - only.refireAfter} resolved`,
      expect.stringMatching(/ refired$/),
      `${after} resolved`,
      `${after} fired`,
    ]);
    const firings = replay({
      ...{ policy: only, objective, ledger, span: { from: start + 1989, to: start + 2400 } },
      ...{ targets: [0.99], incidents: [], graceMinutes: 0, curvePoints: 1 },
    })[0]?.pages;
    expect(firings?.map(({ firedAt, resolvedAt }) => [firedAt, resolvedAt])).toEqual([
      [start + 2010, start + after],
      [start + after, null],
    ]);
  });

  it('tell nothing again after a restart, or of a moment already judged', () => {
    const ledger = ledgerOf(2100, (at) => (at >= 2000 ? { bad: 100 } : { good: 100 }));
    const { state } = run(ledger, 1990, 2050);
    const stored = JSON.parse(JSON.stringify(state)) as AlertState;
    for (const at of [2020, 2050, 2051]) {
      const evaluation = readAlerts(policy, objective, ledger, start + at);
      expect(step(policy, stored, evaluation).events).toEqual([]);
    }
  });

  it('are not told of again when an old moment is judged after they resolved', () => {
    const outage = (at: number) => (at >= 2000 && at < 2030 ? { bad: 100 } : { good: 100 });
    const ledger = ledgerOf(2100, outage);
    const { state } = run(ledger, 1990, 2100);
    expect(step(policy, state, readAlerts(policy, objective, ledger, start + 2020)).events).toEqual(
      [],
    );
  });

  it('do not resolve while the budget stands still, though they were about to', () => {
    const outage = (at: number) => (at >= 2000 && at < 2030 ? { bad: 100 } : { good: 100 });
    const ledger = ledgerOf(2100, (at) => (at < 2060 ? outage(at) : { measured: 0 }));
    const resolved = (missing: Objective['missing']) =>
      run(ledger, 1990, 2100, policy, { ...objective, missing }).told.includes(
        '2064 resolved burn-page',
      );
    expect([resolved('exclude'), resolved('freeze')]).toEqual([true, false]);
  });

  it('are not moved by what a correction takes out', () => {
    const correction = {
      id: 'm',
      when: { kind: 'once', from: start + 2000, to: start + 2030 },
      who: 'a',
      why: 'b',
      agreedBy: 'c',
    } as const;
    const outage = (at: number) => (at >= 2000 && at < 2030 ? { bad: 100 } : { good: 100 });
    const mask = maskOf([correction], { from: start, to: start + 3000 });
    expect(run(ledgerOf(3000, outage, mask), 1990, 2100).told).toEqual([]);
  });

  it('say when nothing is measured, and stand still meanwhile where the policy is to freeze', () => {
    const each = (at: number) =>
      at >= 2010 && at < 2100 ? { measured: 0 } : at >= 2000 ? { bad: 100 } : { good: 100 };
    const frozen: Objective = { ...objective, missing: 'freeze' };
    const ledger = ledgerOf(2100, each);
    const { told } = run(ledger, 1990, 2099, { ...policy, spentAt: [] }, frozen);
    expect(told).toEqual(['2010 fired burn-page', '2026 fired no-data']);
    // Without freezing, the page is let go although nobody knows that it is well.
    expect(run(ledger, 1990, 2099, { ...policy, spentAt: [] }).told).toContain(
      '2020 resolved burn-page',
    );
  });

  it('say that the budget is spent, and that much of it went at once', () => {
    const watch: AlertPolicy = {
      ...policy,
      tiers: [],
      guard: null,
      spentAt: [0.5, 1],
      drops: [{ share: 0.25, minutes: 60 }],
    };
    const ledger = ledgerOf(2000, (at) => (at >= 1900 ? { bad: 10, good: 90 } : { good: 100 }));
    expect(run(ledger, 1890, 1999, watch).told.slice(0, 1)).toEqual(['1949 fired drop-0.25-in-60']);
    const worse = ledgerOf(2000, (at) => (at >= 1900 ? { bad: 100 } : { good: 100 }));
    expect(run(worse, 1890, 1999, watch).told).toEqual([
      '1905 fired drop-0.25-in-60',
      '1910 fired spent-0.5',
      '1920 fired spent-1',
    ]);
  });

  it('never tell of a firing that is on, nor resolve what is not', () => {
    const windows = fc.array(fc.tuple(fc.nat(900), fc.integer({ min: 1, max: 80 })), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(windows, (outages) => {
        const down = (at: number) =>
          outages.some(([from, size]) => at >= 200 + from && at < 200 + from + size);
        const ledger = ledgerOf(1300, (at) => (down(at) ? { bad: 50 } : { good: 50 }));
        const { events } = run(ledger, 100, 1300);
        const on = new Set<string>();
        for (const { kind, key } of events) {
          expect(on.has(key)).toBe(kind === 'resolved');
          if (kind === 'resolved') on.delete(key);
          else on.add(key);
        }
      }),
      { numRuns: 15 },
    );
  });
});
