import type { SloConfig } from '@sekisho/config';
import { type AlertPolicy, standardTiers, usualPolicy } from '@sekisho/objectives/alerts';
import { evaluateBudget, type Method, makeLedger } from '@sekisho/objectives/budget';
import { type Correction, maskOf } from '@sekisho/objectives/corrections';
import {
  encodeDay,
  MinuteHistory,
  minuteOf,
  msPerMinute,
  type StoredDay,
} from '@sekisho/objectives/minutes';
import { type Firing, replay } from '@sekisho/objectives/replay';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sloConfig } from '../../../test/slos.ts';
import type { Tx } from '../../platform/context.ts';
import { createEvaluator } from './evaluator.ts';
import type { Reads } from './reads.ts';
import { newMemory, type SloMemory } from './state.ts';
import { type Happened, stepThrough } from './step-through.ts';

/*
 * The live engine against replay: the same minutes, known late and in any order, must give the same
 * pages, and the budget that counting everything from scratch gives.
 */

const start = minuteOf(Date.parse('2026-10-31T20:00Z'));
const windowMinutes = 240;
const usual: AlertPolicy = {
  ...usualPolicy,
  tiers: standardTiers(windowMinutes).map((tier) => ({
    ...tier,
    long: tier.long * 6,
    short: tier.short * 3,
  })),
  spentAt: [0.5, 1],
  noData: null,
  refireAfter: 20,
};
/** What files may say of alerts: fewer tiers or none, no guard or a stricter one, other budgets and drops. */
const policies: fc.Arbitrary<AlertPolicy> = fc.oneof(
  fc.constant(usual),
  fc
    .record({
      tiers: fc.subarray([...usual.tiers]),
      guard: fc.constantFrom(null, { alpha: 0.001 }, usual.guard),
      spentAt: fc.subarray([0.25, 0.75, 1]),
      drops: fc.subarray([
        { share: 0.1, minutes: 10 },
        { share: 0.3, minutes: 60 },
        { share: 0.5, minutes: 2 * windowMinutes },
      ]),
    })
    .map((own) => ({ ...usual, ...own })),
);

interface Told {
  readonly at: number;
  readonly good: number;
  readonly bad: number;
  readonly measured: boolean;
  /** Minutes after its own in which it comes to be known. */
  readonly late: number;
}

const lateness = 15;
const calm = fc.record({ good: fc.integer({ min: 0, max: 40 }), bad: fc.constant(0) });
const stray = fc.record({
  good: fc.integer({ min: 0, max: 40 }),
  bad: fc.integer({ min: 0, max: 1 }),
});
const broken = fc.record({
  good: fc.integer({ min: 0, max: 20 }),
  bad: fc.integer({ min: 0, max: 40 }),
});
const spell = fc.tuple(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(calm) },
    { weight: 2, arbitrary: fc.constant(stray) },
    fc.constant(broken),
  ),
  fc.integer({ min: 1, max: 90 }),
);
const minutes: fc.Arbitrary<readonly Told[]> = fc
  .array(spell, { minLength: 6, maxLength: 14 })
  .chain((spells) =>
    fc.tuple(...spells.flatMap(([each, length]) => Array.from({ length }, () => each))),
  )
  .chain((counts) =>
    fc
      .array(
        fc.record({
          late: fc.integer({ min: 0, max: lateness - 1 }),
          gap: fc.integer({ min: 0, max: 30 }),
        }),
        {
          minLength: counts.length,
          maxLength: counts.length,
        },
      )
      .map((more) =>
        counts.map((count, at) => ({
          ...{ ...count, at, measured: more[at]?.gap !== 0, late: more[at]?.late ?? 0 },
        })),
      ),
  );

const methods: readonly Method[] = [
  { kind: 'occurrences' },
  { kind: 'timeslices', sliceMinutes: 5, sliceTarget: 0.95 },
  { kind: 'ratio-timeslices', sliceMinutes: 5 },
];
const corrections = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 60 })), {
    maxLength: 2,
  })
  .map((spans) =>
    spans.map(
      ([from, length], index): Correction => ({
        ...{ id: `cor-${index}`, who: 'a', why: 'b', agreedBy: 'c' },
        when: { kind: 'once', from: start + from, to: start + from + length },
      }),
    ),
  );

/** Minutes that become known as the clock turns, as the database would give them. */
function sourceOf(agreed: readonly Correction[], slo: SloConfig) {
  const history = new MinuteHistory();
  const versions = new Map<number, number>();
  const days = (): StoredDay[] =>
    [...versions.keys()]
      .toSorted((a, b) => a - b)
      .flatMap((day) => {
        const block = history.day(day);
        return block === undefined ? [] : [{ day, bytes: encodeDay(block) }];
      });
  const give = ({ at, good, bad, measured }: Told) => {
    history.add(start + at, { good, bad, measured: measured ? msPerMinute : 0 });
    const day = Math.floor((start + at) / 1440);
    versions.set(day, (versions.get(day) ?? 0) + 1);
  };
  const targets = [{ from: 0, target: slo.target }];
  const reads: Reads = {
    seriesOf: () => 'series',
    storedDaysOf: async (_, __, { from, to }) =>
      days().filter(({ day }) => day >= from && day < to),
    changedDays: async () =>
      days().map((one) => ({ ...one, series: 'series', version: versions.get(one.day) ?? 0 })),
    throughOf: async ({ now }) => minuteOf(now.getTime()) - lateness,
    agreedFor: async () => new Map([[slo.id, { targets, corrections: agreed }]]),
  };
  return { history, give, reads, targets };
}

const txAt = (minute: number) =>
  ({ now: new Date(minute * msPerMinute), config: { sources: {} } }) as unknown as Tx;

/** What live evaluation told, its clock stepping unevenly. */
async function live(
  told: readonly Told[],
  agreed: readonly Correction[],
  slo: SloConfig,
  steps: readonly number[],
) {
  const source = sourceOf(agreed, slo);
  const evaluator = createEvaluator(source.reads);
  let memory: SloMemory = { ...newMemory(start), data: { at: start, alerts: {} } };
  const happened: Happened[] = [];
  const end = told.length + lateness;
  let known = 0;
  const byKnown = told.toSorted((a, b) => a.at + a.late - (b.at + b.late));
  let look = null;
  for (let clock = 0, step = 0; clock < end; step += 1) {
    clock = Math.min(clock + (steps[step % steps.length] ?? 1), end);
    for (; known < byKnown.length; known += 1) {
      const next = byKnown[known];
      if (next === undefined || next.at + next.late >= clock) break;
      source.give(next);
    }
    const given = { slo, memory, targets: source.targets, corrections: agreed };
    look = await evaluator.look(txAt(start + clock), given);
    const stepped = stepThrough(look, memory, start + clock - lateness);
    memory = stepped.memory;
    happened.push(...stepped.happened);
  }
  return { happened, look, ...source };
}

/** The same as replay tells it: what came back unsaid is part of the firing it came back to. */
function firingsOf(happened: readonly Happened[]): Firing[] {
  const firings: { -readonly [Key in keyof Firing]: Firing[Key] }[] = [];
  for (const { event } of happened) {
    const { key, firedAt, at, readings } = event;
    const severity = readings[0]?.severity ?? 'ticket';
    if (event.kind === 'fired') firings.push({ key, severity, firedAt, resolvedAt: null });
    const own = firings.findLast((one) => one.key === key);
    if (own !== undefined) own.resolvedAt = event.kind === 'resolved' ? at : null;
  }
  return firings.toSorted((a, b) => a.firedAt - b.firedAt || (a.key < b.key ? -1 : 1));
}

const sloOf = (method: Method, missing: SloConfig['missing'], alerts: AlertPolicy): SloConfig =>
  sloConfig({
    ...{ method, missing, alerts, target: 0.97 },
    window: { kind: 'rolling', minutes: windowMinutes },
  });

describe('live evaluation', () => {
  it('pages as replay does, and keeps the budget that counting from scratch gives, however late and unordered minutes come', {
    timeout: 60_000,
  }, async () => {
    let pages = 0;
    await fc.assert(
      fc.asyncProperty(
        minutes,
        corrections,
        fc.constantFrom(...methods),
        fc.constantFrom('good' as const, 'bad' as const, 'exclude' as const, 'freeze' as const),
        fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 12 }),
        policies,
        async (told, agreed, method, missing, steps, policy) => {
          const slo = sloOf(method, missing, policy);
          const { happened, history, look } = await live(told, agreed, slo, steps);
          const first = told.find(({ measured }) => measured)?.at ?? 0;
          const whole = { from: Math.min(start + first, start), to: start + told.length };
          const objective = { ...slo, targets: [] };
          const mask = maskOf(agreed, whole);
          const ledger = makeLedger(history, method, mask, whole);
          const spentFrom = start + windowMinutes;
          const [expected] = replay({
            ...{ policy, objective, ledger, span: { from: start, to: whole.to }, spentFrom },
            ...{ targets: [slo.target], incidents: [], graceMinutes: 0, curvePoints: 1 },
          });
          const firings = firingsOf(happened);
          pages += firings.length;
          expect(firings.filter(({ severity }) => severity === 'page')).toEqual(expected?.pages);
          expect(firings.filter(({ severity }) => severity === 'ticket')).toEqual(
            expected?.tickets,
          );
          const targets = [{ from: 0, target: slo.target }];
          const scratch = evaluateBudget({ ...slo, targets }, ledger, whole.to);
          const kept =
            look === null ? null : evaluateBudget(look.objective, look.ledger, look.through ?? 0);
          const { coverage: _, ...budget } = scratch ?? { coverage: null };
          expect(kept).toMatchObject(budget);
        },
      ),
      { numRuns: 30, endOnFailure: true },
    );
    // A property about pages says nothing where there are none.
    expect(pages).toBeGreaterThan(30);
  });
});
