import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../minutes/index.ts';
import { compareViews, type Pair, type View, type ViewKind } from './index.ts';

const hour = 60;
const day = 24 * hour;
const start = Date.UTC(2026, 9, 1) / 60_000;
const month = { from: start, to: start + 30 * day };

interface Hour {
  readonly total: number;
  readonly bad: number;
  /** Minutes of it that were measured. */
  readonly measured: number;
}

/** A view that counted this in each hour of the month. */
function view(kind: ViewKind, of: (hour: number) => Partial<Hour>, allowed = 0.001): View {
  const hours = Array.from(
    { length: 720 },
    (_, at): Hour => ({
      ...{ total: 1000, bad: 0, measured: 60 },
      ...of(at),
    }),
  );
  const sum = ({ from, to }: Span) => {
    const counts = { good: 0, bad: 0, excluded: 0, clientErrors: 0, measured: 0 };
    for (const { total, bad, measured } of hours.slice(
      (from - start) / hour,
      (to - start) / hour,
    )) {
      counts.good += total - bad;
      counts.bad += bad;
      counts.measured += measured * 60_000;
    }
    return counts;
  };
  return { kind, minutes: { sum }, allowed, through: month.to };
}

/** Failures of each of a thousand, in the hours named. */
function failing(hours: readonly number[], bad = 100) {
  return (at: number) => ({ bad: hours.includes(at) ? bad : 0 });
}

function compare(...views: readonly View[]): Pair {
  const [pair] = compareViews(views, month).pairs;
  if (pair === undefined) throw new Error('there are no two views');
  return pair;
}

/** Eight troubles on as many days, some of them long. */
const troubles = [10, 60, 61, 62, 130, 200, 201, 290, 370, 450, 600];

describe('a stand-in', () => {
  it('is accepted when it shows the troubles of users, and has none of its own', () => {
    const pair = compare(
      view('beacon', failing(troubles, 110)),
      view('load-balancer', failing(troubles)),
    );
    expect(pair).toMatchObject({ verdict: 'stands-in', because: [], hours: 720 });
    expect(pair.seen).toMatchObject({ episodes: 8, shown: 8, share: 1, high: 1 });
    // Eight of eight: 0.05 to the power of an eighth.
    expect(pair.seen.low).toBeCloseTo(0.6877, 4);
    expect(pair.rank.value).toBe(1);
    expect(pair.strength).toBeCloseTo(100 / 110, 6);
  });

  it('is refused when troubles of users do not show, whatever the good hours say', () => {
    const pair = compare(
      view('beacon', failing(troubles)),
      view('load-balancer', failing(troubles.slice(0, 2))),
    );
    expect(pair).toMatchObject({ verdict: 'does-not', because: ['misses'] });
    expect(pair.seen).toMatchObject({ episodes: 8, shown: 2 });
  });

  it('is refused when it has troubles that users never had', () => {
    const own = [30, 90, 160, 230, 320, 400, 480, 560, 640];
    const pair = compare(
      view('beacon', failing(troubles)),
      view('server', failing([...troubles, ...own])),
    );
    expect(pair).toMatchObject({ verdict: 'does-not', because: ['own-troubles'] });
    expect(pair.meant).toMatchObject({ episodes: 17, shown: 8 });
  });

  it('is refused when the same troubles are bad at other hours', () => {
    // Each trouble shows, but for the first of its eight hours only.
    const long = (at: number) => Array.from({ length: 8 }, (_, index) => at + index);
    const starts = [10, 60, 130, 200, 290, 370, 450, 600];
    const pair = compare(
      view('beacon', failing(starts.flatMap(long))),
      view('server', (at) => ({ bad: starts.includes(at) ? 800 : 0 })),
    );
    expect(pair).toMatchObject({ verdict: 'does-not', because: ['out-of-step'] });
    expect(pair.seen).toMatchObject({ episodes: 8, shown: 8 });
    expect(pair.rank.high).toBeLessThan(0.5);
  });

  it('is refused when it shows the hours but not how much failed', () => {
    const pair = compare(
      view('beacon', failing(troubles, 300)),
      view('load-balancer', failing(troubles, 30)),
    );
    expect(pair).toMatchObject({ verdict: 'does-not', because: ['understates'] });
  });

  it('is neither accepted nor refused on one long outage: its hours are one trouble', () => {
    const outage = Array.from({ length: 40 }, (_, index) => 100 + index);
    const pair = compare(view('beacon', failing(outage)), view('server', failing(outage)));
    expect(pair).toMatchObject({ verdict: 'not-enough', because: ['too-few-troubles'] });
    expect(pair.badHours).toEqual({ near: 40, far: 40, both: 40 });
    expect(pair.seen.episodes).toBe(1);
  });

  it('is refused on few troubles when none of them shows', () => {
    const pair = compare(view('beacon', failing([50, 300])), view('server', failing([])));
    expect(pair).toMatchObject({ verdict: 'does-not', because: ['misses'] });
  });

  it('is not accepted while it is silent whenever users fail', () => {
    const silent = (at: number) => (troubles.includes(at) ? { measured: 0, total: 0 } : {});
    const pair = compare(view('beacon', failing(troubles)), view('load-balancer', silent));
    expect(pair.verdict).toBe('not-enough');
    expect(pair.because).toContain('unmeasured-troubles');
    expect(pair.seen).toMatchObject({ episodes: 8, shown: 0, unclear: 8, share: null, low: 0 });
  });

  it('misses a trouble in which no request reaches it', () => {
    const cut = (at: number) => (troubles.includes(at) ? { total: 0 } : {});
    const pair = compare(view('beacon', failing(troubles)), view('load-balancer', cut));
    expect(pair).toMatchObject({ verdict: 'does-not', because: ['misses'] });
  });

  it('is not blamed for troubles that too few users could have met', () => {
    const nights = [4, 28, 52, 76, 100, 124];
    const users = (at: number) => (nights.includes(at) ? { total: 2 } : failing(troubles)(at));
    const pair = compare(
      view('beacon', users),
      view('load-balancer', failing([...troubles, ...nights])),
    );
    expect(pair.meant).toMatchObject({ episodes: 14, shown: 8, unclear: 6, share: 1 });
    expect(pair.verdict).toBe('stands-in');
  });
});

describe('bad hours', () => {
  it('are none where all is good, and nothing is said of such views', () => {
    const pair = compare(view('beacon', failing([])), view('server', failing([])));
    expect(pair).toMatchObject({ verdict: 'not-enough', because: ['too-few-troubles'] });
    expect(pair.rank).toEqual({ value: null, low: null, high: null });
    expect(pair.gap).toMatchObject({ value: 0, worst: [] });
  });

  it('are not made by chance: two of three failed is no trouble', () => {
    const { views } = compareViews([view('server', () => ({ total: 3, bad: 2 }))], month);
    expect(views[0]?.badHours).toBe(0);
    const quiet = view('server', (at) => (at === 5 ? { total: 3, bad: 2 } : { total: 3 }));
    expect(compareViews([quiet], month).views[0]?.badHours).toBe(0);
  });

  it('are measured by what is usual for the view: browsers always lose some', () => {
    const users = view('beacon', (at) => ({ bad: at % 2 === 0 ? 12 : 15 }));
    const [summary] = compareViews([users], month).views;
    expect(summary).toMatchObject({ badHours: 0, usual: 0.015, threshold: 0.03 });
  });
});

describe('stretches of a day', () => {
  it('hold what their hours hold, and how many of them were bad', () => {
    const users = view('beacon', failing([10, 60, 61]));
    const [summary] = compareViews([users], month, day).views;
    expect(summary?.stretches).toHaveLength(30);
    expect(summary?.stretches.map(({ badHours }) => badHours).slice(0, 4)).toEqual([1, 0, 2, 0]);
    expect(summary?.stretches[2]).toMatchObject({ good: 23_800, bad: 200, coverage: 1 });
    expect(summary?.badHours).toBe(3);
  });
});

describe('the gap', () => {
  it('is what users lose beyond what the balancer shows, and names the hours', () => {
    const pair = compare(
      view('beacon', (at) => ({ bad: at === 77 ? 300 : 5 })),
      view('load-balancer', () => ({ bad: 1 })),
    );
    // 295 more in one of 720 hours, and 4 in a thousand in all.
    expect(pair.gap.value).toBeCloseTo(0.004 + 295 / 720_000, 9);
    expect(pair.gap.worst[0]).toMatchObject({ from: start + 77 * hour, nearShare: 0.3 });
    expect(pair.gap.worst[0]?.lost).toBeCloseTo(299, 9);
    expect(pair.gap.low).toBeLessThan(pair.gap.value ?? 0);
    expect(pair.gap.low).toBeGreaterThan(0.003);
  });

  it('compares only hours in which both were measured', () => {
    const pair = compare(
      view('beacon', (at) => (at < 360 ? { measured: 0, total: 0 } : { bad: 5 })),
      view('server', (at) => (at < 360 ? { bad: 500 } : { bad: 5 })),
    );
    expect(pair).toMatchObject({ hours: 360, days: 15 });
    expect(pair.gap.value).toBe(0);
    expect(pair.meant.episodes).toBe(0);
  });

  it('is unknown where there was no traffic or no common hour', () => {
    const none = compare(
      view('beacon', () => ({ total: 0 })),
      view('server', failing([5])),
    );
    expect(none.gap).toEqual({ value: null, low: null, high: null, worst: [] });
    const never = compare(
      view('beacon', (at) => (at < 300 ? {} : { measured: 0, total: 0 })),
      view('server', (at) => (at < 300 ? { measured: 0, total: 0 } : {})),
    );
    expect(never).toMatchObject({ hours: 0, verdict: 'not-enough', because: ['never-together'] });
  });
});

describe('any two views', () => {
  const hours = fc.array(
    fc.record({
      total: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2000 })),
      share: fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
      measured: fc.constantFrom(0, 20, 40, 60),
    }),
    { minLength: 1, maxLength: 120 },
  );
  const worldOf = (
    kind: ViewKind,
    list: readonly { total: number; share: number; measured: number }[],
  ) =>
    view(kind, (at) => {
      const { total, share, measured } = list[at % list.length] ?? {
        total: 0,
        share: 0,
        measured: 0,
      };
      return { total, bad: Math.round(total * share), measured };
    });

  it('are compared without ever leaving what a share can be', () => {
    fc.assert(
      fc.property(hours, hours, (near, far) => {
        const {
          rank,
          seen,
          meant,
          gap,
          strength,
          badHours,
          hours: both,
        } = compare(worldOf('beacon', near), worldOf('server', far));
        for (const { low, high, share, shown, unclear, episodes } of [seen, meant]) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          if (share !== null)
            expect([low <= share + 1e-9, share <= high + 1e-9]).toEqual([true, true]);
          expect(shown + unclear).toBeLessThanOrEqual(episodes);
        }
        expect(Math.abs(rank.value ?? 0)).toBeLessThanOrEqual(1);
        expect(Math.abs(gap.value ?? 0)).toBeLessThanOrEqual(1);
        expect(strength ?? 0).toBeGreaterThanOrEqual(0);
        expect(badHours.both).toBeLessThanOrEqual(Math.min(badHours.near, badHours.far));
        expect(Math.max(badHours.near, badHours.far)).toBeLessThanOrEqual(both);
      }),
      { numRuns: 25 },
    );
  });

  it('agree wholly with themselves, with no gap', () => {
    fc.assert(
      fc.property(hours, (list) => {
        const pair = compare(worldOf('beacon', list), worldOf('server', list));
        expect(pair.gap.value ?? 0).toBe(0);
        expect(pair.seen.shown).toBe(pair.seen.episodes);
        expect(pair.rank.value ?? 1).toBeCloseTo(1, 9);
        expect(pair.verdict).not.toBe('does-not');
      }),
      { numRuns: 25 },
    );
  });

  it('are not taken for each other by chance: troubles of their own make no stand-in', () => {
    const troubled = fc.uniqueArray(fc.integer({ min: 0, max: 719 }), {
      minLength: 5,
      maxLength: 40,
    });
    fc.assert(
      fc.property(troubled, troubled, (near, far) => {
        const pair = compare(view('beacon', failing(near)), view('server', failing(far)));
        expect(pair.verdict).not.toBe('stands-in');
      }),
      // Of the same months each time: chance may not decide whether this holds.
      { numRuns: 60, seed: 7 },
    );
  });

  it('never pass as stand-ins without five troubles that show', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 719 }), { maxLength: 8 }),
        fc.nat(7),
        (all, few) => {
          const pair = compare(
            view('beacon', failing(all)),
            view('server', failing(all.slice(0, few))),
          );
          if (pair.seen.shown < 5) expect(pair.verdict).not.toBe('stands-in');
        },
      ),
      { numRuns: 40 },
    );
  });
});
