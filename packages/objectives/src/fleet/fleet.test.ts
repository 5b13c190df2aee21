import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardTiers } from '../alerts/index.ts';
import { makeLedger, sumLedger } from '../budget/index.ts';
import { noMask } from '../corrections/index.ts';
import { type Counts, MinuteHistory } from '../minutes/index.ts';
import { fields } from './cells.ts';
import { Fleet } from './fleet.ts';
import { loudSlos } from './tick.ts';

const start = 20_000 * 1440;
const seeded = 400;
const windows = [5, 30, 100, 300];

function world(slos: number, each: (slo: number, at: number) => Partial<Counts>) {
  const histories = Array.from({ length: slos }, (_, slo) => {
    const history = new MinuteHistory();
    for (let at = 0; at < seeded; at += 1)
      history.add(start + at, { measured: 60_000, ...each(slo, at) });
    return history;
  });
  const ledgerOf = (slo: number, from: number, to: number) => {
    const history = histories[slo];
    if (history === undefined) throw new Error('no such SLO');
    return makeLedger(history, { kind: 'occurrences' }, noMask, { from, to });
  };
  const fleet = new Fleet({ slos, windows, recent: 40, chunk: 17, now: start + seeded });
  for (let slo = 0; slo < slos; slo += 1) fleet.seed(slo, ledgerOf(slo, start, start + seeded));
  const pass = () => {
    for (const wanted of fleet.wanted())
      fleet.load(wanted, ledgerOf(wanted.slo, wanted.from, wanted.to));
    fleet.advance();
  };
  return { histories, ledgerOf, fleet, pass };
}

describe('a fleet of SLOs', () => {
  it('holds for every window what summing the minutes anew gives, with late and corrected ones', () => {
    const deeds = fc.array(
      fc.record({
        slo: fc.nat(2),
        pass: fc.integer({ min: 1, max: 25 }),
        late: fc.integer({ min: 1, max: 350 }),
        good: fc.nat(50),
        bad: fc.nat(5),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(deeds, (given) => {
        const { histories, ledgerOf, fleet, pass } = world(3, (slo, at) => ({
          good: 10 + slo,
          bad: at % (slo + 7) === 0 ? 1 : 0,
        }));
        for (const { slo, pass: minutes, late, good, bad } of given) {
          for (let passed = 0; passed < minutes; passed += 1) pass();
          const minute = fleet.now - late;
          // Storage first, then the fleet: what it loads later must not lack the late minute.
          histories[slo]?.add(minute, { good, bad });
          fleet.add(slo, minute, { total: good + bad, bad });
        }
        for (let slo = 0; slo < 3; slo += 1) {
          const ledger = ledgerOf(slo, start, fleet.now);
          for (const [window, length] of windows.entries()) {
            const slow = sumLedger(ledger, { from: fleet.now - length, to: fleet.now });
            expect(
              Object.fromEntries(
                fields.map((name, field) => [name, fleet.sum(slo, window, field)]),
              ),
            ).toEqual(slow);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts a minute of which nothing came as expected and missing', () => {
    const { fleet, pass } = world(1, () => ({ good: 1 }));
    pass();
    pass();
    expect(fields.map((_, field) => fleet.sum(0, 0, field))).toEqual([3, 0, 2, 300_000, 180_000]);
  });

  it('asks for a few SLOs at a time, and refuses to go on without', () => {
    const { fleet, pass } = world(17, () => ({ good: 1 }));
    const asked: number[] = [];
    for (let minute = 0; minute < 40; minute += 1) {
      asked.push(fleet.wanted().length);
      pass();
    }
    expect(Math.max(...asked)).toBe(2);
    while (fleet.wanted().length === 0) fleet.advance();
    expect(() => fleet.advance()).toThrow(RangeError);
  });

  it('names the SLOs that need a closer look, and no quiet one', () => {
    const { fleet } = world(3, (slo, at) => (slo === 1 && at > 390 ? { bad: 10 } : { good: 10 }));
    const tiers = standardTiers(43_200)
      .slice(0, 1)
      .map((tier) => ({ ...tier, long: 30, short: 5 }));
    const subject = { errorBudget: 0.1, windowMinutes: 300, tiers };
    expect(loudSlos(fleet, [subject, subject, subject])).toEqual([1]);
  });

  it('takes nothing in for a minute that is not over', () => {
    const { fleet } = world(1, () => ({}));
    expect(() => fleet.add(0, fleet.now, { total: 1 })).toThrow(RangeError);
  });
});
