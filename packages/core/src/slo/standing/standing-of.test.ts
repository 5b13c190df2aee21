import { makeLedger } from '@sekisho/objectives/budget';
import { noMask } from '@sekisho/objectives/corrections';
import { MinuteHistory, msPerMinute } from '@sekisho/objectives/minutes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sloConfig } from '../../../test/slos.ts';
import type { Look } from '../evaluate/index.ts';
import { standingOf } from './standing-of.ts';

const end = 29_000_000;
const slo = sloConfig({ target: 0.9 });

/** An SLO measured from `end - 600` until a minute, and complete until another. */
function lookOf(measuredTo: number, through: number | null, bad = 0): Look {
  const history = new MinuteHistory();
  for (let at = end - 600; at < measuredTo; at += 1)
    history.add(at, { good: 10 - bad, bad, measured: msPerMinute });
  const { method, window, missing } = slo;
  const objective = { method, window, missing, targets: [{ from: 0, target: slo.target }] };
  const ledger = makeLedger(history, method, noMask, { from: end - 600, to: end });
  const rest = { corrections: [], mask: noMask, since: end - 600 };
  return { slo, objective, history, ledger, raw: ledger, through, ...rest } as Look;
}

const tx = { now: new Date(end * msPerMinute), config: { sources: {} } } as never;

describe('what is left of a budget, for whoever acts on it', () => {
  it('is its share, below nothing when overspent', () => {
    expect(standingOf(tx, lookOf(end, end))).toEqual({ remaining: 1 });
    expect(standingOf(tx, lookOf(end, end, 2))).toEqual({ remaining: expect.closeTo(-1, 9) });
  });

  it('cannot be told while nothing is complete, or what is complete is an hour old', () => {
    expect(standingOf(tx, lookOf(end, null))).toEqual({ problem: 'unmeasured' });
    expect(standingOf(tx, lookOf(end, end - 60))).toEqual({ remaining: 1 });
    expect(standingOf(tx, lookOf(end, end - 61))).toEqual({ problem: 'behind' });
  });

  it('cannot be told when nothing was measured for six hours, whatever the source says is complete', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 599 }), (silent) => {
        const found = standingOf(tx, lookOf(end - silent, end));
        expect('problem' in found).toBe(silent > 360);
      }),
      { numRuns: 40 },
    );
  });
});
