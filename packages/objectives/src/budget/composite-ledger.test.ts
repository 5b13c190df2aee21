import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyOf, objectiveOf, start, whole } from '../../test/budget-world.ts';
import { readAlerts, standardTiers, usualPolicy } from '../alerts/index.ts';
import { composite } from '../composite/index.ts';
import { noMask } from '../corrections/index.ts';
import type { Counts } from '../minutes/index.ts';
import { judgeSpan } from './allowance.ts';
import { makeComposite } from './composite-ledger.ts';
import { evaluateBudget } from './evaluate.ts';
import { lastMeasured, makeLedger, sumLedger } from './ledger.ts';
import type { Method } from './objective.ts';

const length = 240;
const end = start + length;

interface Told {
  readonly name: string;
  readonly weight: number;
  readonly minutes: readonly Partial<Counts>[];
}

function ledgerOf(parts: readonly Told[], method: Method = { kind: 'occurrences' }) {
  return makeComposite(
    parts.map(({ name, weight, minutes }) => {
      const history = historyOf(length, (at) => minutes[at] ?? {});
      const ledger = makeLedger(history, method, noMask, { from: start, to: end });
      return { name, weight, ledger };
    }),
  );
}

const counts = fc.record({
  good: fc.integer({ min: 0, max: 50 }),
  bad: fc.integer({ min: 0, max: 20 }),
  measured: fc.constantFrom(whole, whole, whole, 0),
});
const told: fc.Arbitrary<readonly Told[]> = fc
  .array(
    fc.record({
      weight: fc.integer({ min: 1, max: 9 }),
      minutes: fc.array(counts, { minLength: 1, maxLength: length }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.map((part, index) => ({ ...part, name: `part-${index}` })));
const target = 0.95;
const objective = objectiveOf({
  ...{ targets: [{ from: 0, target }], window: { kind: 'rolling', minutes: length } },
});

/** What a part held in a span, added up by hand. */
function held({ minutes }: Told, from: number, to: number) {
  const within = minutes.slice(from, to);
  const bad = within.reduce((sum, one) => sum + (one.bad ?? 0), 0);
  return { bad, total: bad + within.reduce((sum, one) => sum + (one.good ?? 0), 0) };
}

describe('a composite ledger', () => {
  it('holds in any span the weighted mean of what its parts held in it', () => {
    fc.assert(
      fc.property(
        told,
        fc.integer({ min: 0, max: length - 1 }),
        fc.integer({ min: 1, max: length }),
        (parts, from, minutes) => {
          const to = Math.min(from + minutes, length);
          const judged = judgeSpan(objective, ledgerOf(parts), {
            ...{ from: start + from, to: start + to },
          });
          const members = parts.map((part) => {
            const { bad, total } = held(part, from, to);
            const sli = total === 0 ? null : 1 - bad / total;
            return { name: part.name, weight: part.weight, sli, whenMissing: 'ignore' as const };
          });
          const pure = composite(members, 0.05);
          if (pure.sli === null) expect(judged).toMatchObject({ total: 0, bad: 0, allowed: 0 });
          else {
            expect(1 - judged.bad / judged.total).toBeCloseTo(pure.sli, 10);
            expect(judged.bad / judged.allowed).toBeCloseTo(pure.burn ?? Number.NaN, 8);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the budget and the alerts of the composite, window by window', () => {
    const parts: readonly Told[] = [
      { name: 'search', weight: 1, minutes: Array.from({ length }, () => ({ good: 1000 })) },
      {
        ...{ name: 'checkout', weight: 3 },
        minutes: Array.from({ length }, (_, at) => ({
          good: at < 180 ? 10 : 9,
          bad: at < 180 ? 0 : 1,
        })),
      },
    ];
    const ledger = ledgerOf(parts);
    const state = evaluateBudget(objective, ledger, end);
    // A quarter of checkout's minutes lost a tenth: 0.75 × 60/2400 of errors against 0.05.
    expect(state?.sli).toBeCloseTo(1 - 0.75 * (60 / 2400), 12);
    expect(state?.remainingShare).toBeCloseTo(1 - (0.75 * 60) / 2400 / 0.05, 9);
    const [tier] = standardTiers(length);
    const policy = { ...usualPolicy, tiers: tier ? [{ ...tier, long: 60, short: 5 }] : [] };
    const { readings } = readAlerts(policy, objective, ledger, end);
    const burn = readings.find(({ kind }) => kind === 'burn');
    expect(burn).toMatchObject({ long: { burn: expect.closeTo((0.75 * 0.1) / 0.05, 9) } });
  });

  it('knows the mean no better than its parts are known', () => {
    const busy = { name: 'busy', weight: 1, minutes: [{ good: 1_000_000 }] };
    const quiet = { name: 'quiet', weight: 1, minutes: [{ good: 1, bad: 2 }] };
    const { total, bad } = judgeSpan(objective, ledgerOf([busy, quiet]), { from: start, to: end });
    expect(bad / total).toBeCloseTo(1 / 3, 9);
    expect(total).toBeLessThan(13);
  });

  it('is its one part where it has one, to the last digit', () => {
    fc.assert(
      fc.property(told, fc.constantFrom('good' as const, 'bad' as const), (parts, missing) => {
        const [only] = parts;
        if (only === undefined) return;
        const whole = ledgerOf([only]);
        const [part] = whole.parts ?? [];
        const assuming = { ...objective, missing };
        const of = (one: typeof whole) => evaluateBudget(assuming, one, end);
        if (part) expect(of(whole)).toEqual(of(part.ledger));
      }),
      { numRuns: 30 },
    );
  });

  it('leaves out a part without data, and says how much of its weight was measured', () => {
    const there = { name: 'a', weight: 1, minutes: [{ good: 8, bad: 2 }] };
    const silent = {
      ...{ name: 'b', weight: 3 },
      minutes: Array.from({ length }, () => ({ measured: 0 })),
    };
    const ledger = ledgerOf([there, silent]);
    expect(evaluateBudget(objective, ledger, end)?.sli).toBeCloseTo(0.8, 12);
    const { measured, expected } = sumLedger(ledger, { from: start, to: end });
    expect(measured / expected).toBeCloseTo(0.25, 9);
    expect(lastMeasured(ledger, end)).toBe(end);
    const assumed = evaluateBudget({ ...objective, missing: 'bad' }, ledger, end);
    expect(assumed?.sli).toBeCloseTo(0.25 * 0.8, 9);
  });

  it('counts slices of time in every part alike', () => {
    const slices: Method = { kind: 'timeslices', sliceMinutes: 5, sliceTarget: 0.9 };
    const well = { name: 'a', weight: 1, minutes: Array.from({ length }, () => ({ good: 1 })) };
    const broken = {
      ...{ name: 'b', weight: 1 },
      minutes: Array.from({ length }, (_, at) => (at < 120 ? { bad: 1 } : { good: 1 })),
    };
    const ledger = ledgerOf([well, broken], slices);
    const state = evaluateBudget({ ...objective, method: slices }, ledger, end);
    expect(state).toMatchObject({ total: 48, bad: 12, allowed: expect.closeTo(2.4, 9) });
    expect(ledger.bad.at(-1)).toBeCloseTo(12, 9);
  });
});
