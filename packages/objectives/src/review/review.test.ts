import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Method, makeLedger } from '../budget/index.ts';
import { maskOf, noMask } from '../corrections/index.ts';
import { isoOf, MinuteHistory, minuteOf } from '../minutes/index.ts';
import { attribute, type Cause, causeKinds } from './attribute.ts';
import { correctedShares } from './corrected-shares.ts';
import { monthAt, monthOf } from './month.ts';

const start = minuteOf(Date.parse('2026-10-01T00:00Z'));
const events: Method = { kind: 'occurrences' };

function ledgerOf(bad: readonly number[], method: Method = events, mask = noMask) {
  const history = new MinuteHistory();
  for (const [at, failed] of bad.entries())
    history.add(start + at, { good: 7, bad: failed, measured: 60_000 });
  return makeLedger(history, method, mask, { from: start, to: start + bad.length });
}

const cause = (id: string, kind: Cause['kind'], ...spans: readonly [number, number][]): Cause => ({
  ...{ id, kind },
  spans: spans.map(([from, to]) => ({ from: start + from, to: start + to })),
});
const hour = { from: start, to: start + 60 };
const onePerMinute = Array.from({ length: 60 }, () => 1);

describe('what was bad in a span', () => {
  it('counts for an incident before a deploy, a deploy before a lease, and what is left for nobody', () => {
    const found = attribute(ledgerOf(onePerMinute), hour, [
      cause('l', 'lease', [0, 50]),
      cause('d', 'deploy', [10, 40]),
      cause('i', 'incident', [20, 30], [25, 32]),
    ]);
    expect(found.shares.map(({ cause: { id }, ...share }) => ({ id, ...share }))).toEqual([
      { id: 'i', bad: 12, minutes: 12, touched: 12 },
      { id: 'd', bad: 18, minutes: 18, touched: 30 },
      { id: 'l', bad: 20, minutes: 20, touched: 50 },
    ]);
    expect(found).toMatchObject({ bad: 60, unexplained: 10, paged: 0 });
  });

  it('counts for the one that began last among causes of one kind', () => {
    const found = attribute(ledgerOf(onePerMinute), hour, [
      cause('first', 'deploy', [0, 60]),
      cause('second', 'deploy', [30, 60]),
    ]);
    expect(found.shares.map(({ cause: { id }, bad }) => [id, bad])).toEqual([
      ['second', 30],
      ['first', 30],
    ]);
  });

  it('is unexplained where only a page was on, in stretches with the worst first', () => {
    const bad = onePerMinute.map((_, at) => (at === 3 ? 5 : at >= 40 && at < 50 ? 2 : 0));
    const found = attribute(ledgerOf(bad), hour, [cause('p', 'page', [45, 60])]);
    expect(found).toMatchObject({ bad: 25, shares: [], unexplained: 25, paged: 10 });
    expect(found.stretches).toEqual([
      { from: start + 40, to: start + 50, bad: 20, paged: true },
      { from: start + 3, to: start + 4, bad: 5, paged: false },
    ]);
  });

  it('leaves out what a correction took out, and gives a slice whole to what overlaps it', () => {
    const when = { kind: 'once', from: start, to: start + 10 } as const;
    const mask = maskOf([{ id: 'c', who: 'a', why: '', agreedBy: 'b', when }], hour);
    const all = [cause('d', 'deploy', [9, 11])];
    expect(attribute(ledgerOf(onePerMinute, events, mask), hour, all)).toMatchObject({
      ...{ bad: 50, unexplained: 49, shares: [{ bad: 1, minutes: 1 }] },
    });
    const slices: Method = { kind: 'timeslices', sliceMinutes: 5, sliceTarget: 0.99 };
    expect(attribute(ledgerOf(onePerMinute, slices), hour, all)).toMatchObject({
      ...{ bad: 12, unexplained: 10, shares: [{ bad: 2, minutes: 10, touched: 2 }] },
    });
  });

  const minute = fc.integer({ min: -20, max: 140 });
  const someCauses = fc.array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      kind: fc.constantFrom(...causeKinds),
      spans: fc.array(fc.tuple(minute, minute), { minLength: 1, maxLength: 3 }),
    }),
    { maxLength: 8 },
  );
  const methods = fc.constantFrom<Method>(
    events,
    { kind: 'timeslices', sliceMinutes: 7, sliceTarget: 0.9 },
    { kind: 'ratio-timeslices', sliceMinutes: 5 },
  );

  it('is divided so that the parts sum to the whole, exactly, by any method and in any order', () => {
    fc.assert(
      fc.property(
        ...[fc.array(fc.nat(9), { minLength: 1, maxLength: 120 }), methods, someCauses, minute],
        (bad, method, given, begin) => {
          const causes = given.map(({ id, kind, spans }, at) =>
            cause(`${id}${at}`, kind, ...spans),
          );
          const ledger = ledgerOf(bad, method);
          const span = { from: start + begin, to: start + 120 };
          const found = attribute(ledger, span, causes);
          const parts = found.shares.map((share) => share.bad);
          expect(parts.reduce((sum, part) => sum + part, found.unexplained)).toBe(found.bad);
          const inStretches = found.stretches.reduce((sum, stretch) => sum + stretch.bad, 0);
          expect(inStretches).toBe(found.unexplained);
          expect(found.shares.every((share) => share.bad <= share.touched)).toBe(true);
          expect(attribute(ledger, span, causes.toReversed())).toEqual(found);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('counts minute by minute for whom a slow and obvious judge would name', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 60 }), someCauses, (bad, given) => {
        const causes = given.map(({ id, kind, spans }, at) => cause(`${id}${at}`, kind, ...spans));
        const expected = new Map<string, number>();
        for (const [at, failed] of bad.entries()) {
          const covers = causes.filter(({ spans }) =>
            spans.some(({ from, to }) => from <= start + at && start + at < to),
          );
          const begin = (one: Cause) => Math.min(...one.spans.map(({ from }) => from));
          const [best] = covers.toSorted(
            (a, b) =>
              causeKinds.indexOf(a.kind) - causeKinds.indexOf(b.kind) ||
              begin(b) - begin(a) ||
              (a.id < b.id ? -1 : 1),
          );
          const id = best === undefined || best.kind === 'page' ? '' : best.id;
          expected.set(id, (expected.get(id) ?? 0) + failed);
        }
        const { shares, unexplained } = attribute(ledgerOf(bad), hour, causes);
        expect(unexplained).toBe(expected.get('') ?? 0);
        for (const share of shares) expect(share.bad).toBe(expected.get(share.cause.id) ?? 0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what corrections took out', () => {
  const spans = fc.array(fc.tuple(fc.nat(130), fc.integer({ min: 1, max: 50 })), { maxLength: 6 });
  const methods = fc.constantFrom<Method>(events, {
    ...{ kind: 'timeslices', sliceMinutes: 5, sliceTarget: 0.9 },
  });

  it('is divided among them so that the parts are just what the budget differs by', () => {
    fc.assert(
      fc.property(
        ...[fc.array(fc.nat(9), { minLength: 120, maxLength: 120 }), methods, spans],
        (bad, method, drawn) => {
          const within = { from: start, to: start + 120 };
          const corrections = drawn.map(([from, length], at) => ({
            ...{ id: String(at), who: 'a', why: '', agreedBy: 'b' },
            when: { kind: 'once' as const, from: start + from, to: start + from + length },
          }));
          const mask = maskOf(corrections, within);
          const [raw, ledger] = [ledgerOf(bad, method), ledgerOf(bad, method, mask)];
          const shares = correctedShares(raw, ledger, mask, within);
          const all = (of: typeof raw) => attribute(of, within, []).bad;
          const taken = shares.reduce((sum, share) => sum + share.bad, 0);
          expect(taken).toBe(all(raw) - all(ledger));
          const inside = (to: number) => Math.min(to, within.to);
          const minutes = mask.spans.reduce((sum, one) => sum + inside(one.to) - one.from, 0);
          expect(shares.reduce((sum, share) => sum + share.minutes, 0)).toBe(minutes);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a month', () => {
  it.each([
    ['2026-10', 'UTC', '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'],
    ['2026-10', 'Asia/Tokyo', '2026-09-30T15:00:00Z', '2026-10-31T15:00:00Z'],
    ['2026-03', 'America/New_York', '2026-03-01T05:00:00Z', '2026-04-01T04:00:00Z'],
    ['2026-10', 'Europe/Berlin', '2026-09-30T22:00:00Z', '2026-10-31T23:00:00Z'],
    ['2026-12', 'Pacific/Kiritimati', '2026-11-30T10:00:00Z', '2026-12-31T10:00:00Z'],
  ])('%s in %s follows the clocks there', (name, zone, from, to) => {
    const month = monthOf(name, zone);
    expect(month && [isoOf(month.span.from), isoOf(month.span.to)]).toEqual([from, to]);
    expect(month && monthAt(month.span.from, zone)).toBe(name);
    expect(month && monthAt(month.span.to - 1, zone)).toBe(name);
    expect(month && monthAt(month.span.to, zone)).not.toBe(name);
  });

  it.each(['2026-13', '2026-1', 'October', '1969-12', '2026-10-01', ''])('%s is none', (name) => {
    expect(monthOf(name, 'UTC')).toBeNull();
  });
});
