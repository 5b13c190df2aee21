import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MinuteHistory } from '../minutes/index.ts';
import { clientShareJump, defaultJumpRules, explainJump } from './index.ts';

const hour = 60;
const day = 24 * hour;
const week = 7 * day;
/** A Monday, 2026-10-05T00:00Z. */
const monday = Date.UTC(2026, 9, 5) / 60_000;
const now = monday + 2 * day + 10 * hour;

/** Numbers from 0 to 1 that are the same in every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How many of `n` come true with chance `p` each; near enough to a binomial where n is large. */
function some(n: number, p: number, roll: () => number): number {
  if (n < 25) return Array.from({ length: n }, roll).filter((value) => value < p).length;
  const normal = Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll());
  return Math.min(n, Math.max(0, Math.round(n * p + normal * Math.sqrt(n * p * (1 - p)))));
}

type Rhythm = (minute: number) => { readonly requests: number; readonly share: number };

/** Six weeks of minutes: five before `now`'s, and that of `now`. */
function history(rhythm: Rhythm, seed = 1): MinuteHistory {
  const roll = dice(seed);
  const minutes = new MinuteHistory();
  for (let minute = monday - 5 * week; minute < monday + week; minute += 1) {
    const { requests, share } = rhythm(minute);
    const clientErrors = some(requests, share, roll);
    minutes.add(minute, { good: requests, clientErrors, measured: 60_000 });
  }
  return minutes;
}

/** Busy days, quiet nights and weekends; bots make most of the errors at night. */
const ordinary: Rhythm = (minute) => {
  const ofDay = (minute % day) / day;
  const weekend = Math.floor((minute - monday + 52 * week) / day) % 7 >= 5;
  const wave = 1 - Math.cos(2 * Math.PI * ofDay);
  const requests = Math.round((weekend ? 0.3 : 1) * (20 + 200 * wave));
  return { requests, share: 0.02 + (0.06 * (2 - wave)) / 2 + (weekend ? 0.03 : 0) };
};

const quiet: Rhythm = (minute) => ({ requests: minute % 2, share: 0.04 });

/** The same with something else from a minute on. */
function from(start: number, before: Rhythm, after: Rhythm): Rhythm {
  return (minute) => (minute < start ? before : after)(minute);
}

describe('a jump of clients’ own errors', () => {
  it('finds an expired signing key: everyone is unauthenticated', () => {
    const broken = from(now - 5, ordinary, (minute) => ({ ...ordinary(minute), share: 0.97 }));
    const jump = clientShareJump(history(broken), now);
    expect(jump).toMatchObject({ finding: 'jumped', now: { span: { from: now - 10, to: now } } });
    expect(jump.probability).toBeLessThan(1e-9);
  });

  it('finds a broken front-end release: one query in eight does not validate any more', () => {
    const broken = from(now - 30, ordinary, (minute) => {
      const { requests, share } = ordinary(minute);
      return { requests, share: share + 0.125 };
    });
    expect(clientShareJump(history(broken), now).finding).toBe('jumped');
  });

  it('finds either where traffic is low, as soon as enough requests have failed', () => {
    const locked = from(now - hour, quiet, (minute) => ({ ...quiet(minute), share: 1 }));
    const jump = clientShareJump(history(locked), now);
    expect(jump).toMatchObject({ finding: 'jumped', now: { requests: 30, clientErrors: 30 } });
  });

  it('finds nothing in ordinary days, nights and weekends, at any minute of a week', () => {
    for (const seed of [1, 2]) {
      const minutes = history(ordinary, seed);
      for (let until = monday + 10; until <= monday + week; until += 41) {
        expect(clientShareJump(minutes, until).finding).not.toBe('jumped');
      }
    }
  });

  it('finds nothing in low traffic', () => {
    for (const seed of [1, 2]) {
      const minutes = history(quiet, seed);
      for (let until = monday + 10; until <= monday + week; until += 41) {
        expect(clientShareJump(minutes, until).finding).not.toBe('jumped');
      }
    }
  });

  it('is not hidden by one past week that had an incident of its own', () => {
    const before: Rhythm = (minute) =>
      Math.abs(minute - (now - 2 * week)) < hour
        ? { ...ordinary(minute), share: 0.9 }
        : ordinary(minute);
    const broken = from(now - 10, before, (minute) => ({ ...ordinary(minute), share: 0.5 }));
    expect(clientShareJump(history(broken), now).finding).toBe('jumped');
  });

  it('does not take ten times the traffic for a jump when the share is as ever', () => {
    const busy = from(now - hour, ordinary, (minute) => {
      const { requests, share } = ordinary(minute);
      return { requests: requests * 10, share };
    });
    expect(clientShareJump(history(busy), now).finding).not.toBe('jumped');
  });

  it('compares by the clock of the time zone across a change to winter time', () => {
    // Berlin leaves summer time on 2026-10-25; a batch of refused requests comes at 02:00 UTC+2, then at UTC+1.
    const at = Date.UTC(2026, 9, 28, 9, 0) / 60_000;
    const change = Date.UTC(2026, 9, 25, 1, 0) / 60_000;
    const minutes = new MinuteHistory();
    for (let minute = at - 5 * week; minute < at; minute += 1) {
      const local = (minute + (minute < change ? 2 : 1) * hour) % day;
      const share = local >= 9 * hour && local < 10 * hour ? 400 : 10;
      minutes.add(minute, { good: 1000, clientErrors: share });
    }
    const until = at - hour + 30;
    expect(
      clientShareJump(minutes, until, { ...defaultJumpRules, timeZone: 'Europe/Berlin' }).finding,
    ).not.toBe('jumped');
    expect(clientShareJump(minutes, until, { ...defaultJumpRules, timeZone: 'UTC' }).finding).toBe(
      'jumped',
    );
  });

  it('says so when there is no past or no traffic to judge by', () => {
    const minutes = new MinuteHistory();
    expect(clientShareJump(minutes, now).finding).toBe('no-traffic');
    minutes.add(now - 1, { good: 1000, clientErrors: 1000 });
    expect(clientShareJump(minutes, now).finding).toBe('no-past');
  });

  it('names each thing that speaks against a jump', () => {
    const findings = (requests: number, clientErrors: number, usual: number) => {
      const minutes = new MinuteHistory();
      for (const back of [1, 2, 3, 4])
        minutes.add(now - 1 - back * week, { good: 1000, clientErrors: usual });
      minutes.add(now - 1, { good: requests, clientErrors });
      return clientShareJump(minutes, now).finding;
    };
    expect(findings(1000, 10, 10)).toBe('not-more');
    expect(findings(20, 20, 10)).toBe('too-few');
    expect(findings(100_000, 5000, 10)).toBe('rise-too-small');
    expect(findings(100, 51, 300)).toBe('may-be-chance');
    expect(findings(1000, 100, 10)).toBe('jumped');
  });

  it('shows its arithmetic in both languages', () => {
    const minutes = new MinuteHistory();
    const usual = [10, 12, 8, 11];
    usual.forEach((clientErrors, back) => {
      minutes.add(now - 1 - (back + 1) * week, { good: 1000, clientErrors });
    });
    minutes.add(now - 1, { good: 1200, clientErrors: 444 });
    const { en, ja } = explainJump(clientShareJump(minutes, now));
    expect(en).toBe(
      "In the last 10 minutes 444 of 1200 requests (37 %) were clients' own errors. The same hours of past weeks: 1 % (10/1000), 1.2 % (12/1000), 0.8 % (8/1000), 1.1 % (11/1000). Usual would have been 12.6. At 1.2 %, which past weeks reach as well, so many come by chance once in 10⁹+: this is a jump.",
    );
    expect(ja).toContain('444 件 (37 %)');
  });

  it('has an answer and an explanation for any counts', () => {
    const counts = fc.record({ good: fc.nat(1e6), clientErrors: fc.nat(1e6) });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 5, maxLength: 5 }), (weeks) => {
        const minutes = new MinuteHistory();
        weeks.forEach(({ good, clientErrors }, back) => {
          minutes.add(now - 1 - back * week, { good, clientErrors: Math.min(good, clientErrors) });
        });
        const jump = clientShareJump(minutes, now);
        if (jump.probability !== null) expect(jump.probability).toBeGreaterThanOrEqual(0);
        expect(explainJump(jump).en).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });
});
