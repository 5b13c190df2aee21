import { usualPolicy } from '@sekisho/objectives/alerts';
import { evaluateBudget } from '@sekisho/objectives/budget';
import { encodeDay, MinuteHistory, minuteOf, msPerMinute } from '@sekisho/objectives/minutes';
import { describe, expect, it } from 'vitest';
import { sloConfig } from '../../../test/slos.ts';
import type { Tx } from '../../platform/context.ts';
import { createEvaluator } from './evaluator.ts';
import { reachOf } from './look.ts';
import type { Reads } from './reads.ts';

/* How far back evaluation reads, where a little less would give a budget of a window that was cut. */

const minute = (at: string) => minuteOf(Date.parse(at));

/** Reads of a source that was measured, all good, from one minute to another. */
function measured(from: number, to: number): Reads {
  const history = new MinuteHistory();
  for (let at = from; at < to; at += 1) history.add(at, { good: 1, measured: msPerMinute });
  const days = (first: number, end: number) =>
    Array.from({ length: end - first }, (_, place) => first + place).flatMap((day) => {
      const block = history.day(day);
      return block === undefined ? [] : [{ day, bytes: encodeDay(block) }];
    });
  return {
    seriesOf: () => 'series',
    storedDaysOf: async (_, __, span) => days(span.from, span.to),
    changedDays: async () => [],
    throughOf: async ({ now }) => minuteOf(now.getTime()),
    agreedFor: async () => new Map(),
  };
}

const txAt = (at: number) =>
  ({ now: new Date(at * msPerMinute), config: { sources: {} } }) as unknown as Tx;

describe('how far back evaluation reads', () => {
  it('holds the whole window of a frozen SLO whose last minutes were taken out', async () => {
    const begun = minute('2026-10-30T00:00Z');
    const now = minute('2026-11-01T04:10Z');
    const slo = sloConfig({
      ...{ missing: 'freeze', target: 0.97 },
      alerts: { ...usualPolicy, tiers: [], drops: [], noData: null },
      window: { kind: 'rolling', minutes: 240 },
    });
    const out = { from: minute('2026-11-01T03:30Z'), to: now };
    const look = await createEvaluator(measured(begun, now)).look(txAt(now), {
      ...{ slo, memory: null, targets: [{ from: 0, target: 0.97 }] },
      corrections: [
        { id: 'cor-1', who: 'a', why: 'b', agreedBy: 'c', when: { kind: 'once', ...out } },
      ],
    });
    expect(evaluateBudget(look.objective, look.ledger, now)).toMatchObject({
      ...{ asOf: out.from, from: out.from - 240, full: true, total: 240 },
    });
  });

  it('reaches back to where a month began at its very end, though the next is shorter', () => {
    const slo = sloConfig({
      window: { kind: 'calendar', unit: 'month', count: 1, timeZone: 'Asia/Tokyo' },
    });
    const began = minute('2026-09-30T15:00Z');
    const ended = minute('2026-10-31T15:00Z');
    expect(reachOf(slo, ended)).toBeLessThanOrEqual(began);
    expect(reachOf(slo, ended + 1)).toBeGreaterThan(began);
  });
});
