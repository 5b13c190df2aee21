import { readAlerts, standardTiers, usualPolicy } from '@sekisho/objectives/alerts';
import { MinuteHistory, msPerMinute } from '@sekisho/objectives/minutes';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sloConfig } from '../../../test/slos.ts';
import { lookAt } from './look.ts';
import { maskedSums } from './masked-sums.ts';
import { quietTest } from './quiet.ts';

const start = 20_000 * 1440;
const length = 400;
const slo = sloConfig({
  target: 0.97,
  window: { kind: 'rolling', minutes: 240 },
  alerts: {
    ...{ ...usualPolicy, guard: null, noData: null, spentAt: [0.75, 1] },
    tiers: standardTiers(7200).map((tier) => ({ ...tier, share: tier.share * 10 })),
    drops: [{ share: 0.3, minutes: 60 }],
  },
});

/** Error rates that drift slowly across the thresholds: jumps would pass over what lies near them. */
const rates = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 20, maxLength: 20 });

it('passes over no minute in which an alert holds, and over most of those in which none does', () => {
  const seen = { held: 0, quiet: 0, minutes: 0 };
  fc.assert(
    fc.property(rates, fc.constantFrom('good', 'exclude', 'freeze' as const), (each, missing) => {
      const history = new MinuteHistory();
      for (let at = 0; at < length; at += 1) {
        const bad = (each[Math.floor(at / 20)] ?? 0) * (at % 3 === 0 ? 1 : 0.5);
        if (at % 29 === 0) continue;
        history.add(start + at, { good: 100, bad: Math.floor(bad), measured: msPerMinute });
      }
      const own = { ...slo, missing };
      const objective = { ...own, targets: [{ from: 0, target: slo.target }] };
      const through = start + length;
      const given = { slo: own, objective, corrections: [], history, through };
      const look = lookAt(given, { from: start, to: through }, start);
      const quiet = quietTest(look, maskedSums(history, look.mask));
      for (let at = start + 1; at <= through; at += 1) {
        const { readings, frozen } = readAlerts(own.alerts, objective, look.ledger, at);
        const holds = !frozen && readings.some((reading) => reading.holds);
        seen.held += Number(holds);
        seen.quiet += Number(quiet(at));
        seen.minutes += 1;
        expect(holds && quiet(at)).toBe(false);
      }
    }),
    { numRuns: 40 },
  );
  expect(seen.held).toBeGreaterThan(seen.minutes / 20);
  expect(seen.quiet).toBeGreaterThan((seen.minutes - seen.held) / 2);
});
