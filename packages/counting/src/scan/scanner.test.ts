import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { albLog } from '../../test/alb-lines.ts';
import { countBytes, unparsedOf } from '../../test/count-bytes.ts';
import { plainCount } from '../../test/plain-counter.ts';
import type { Condition, Sli } from '../sli/declaration.ts';
import { defaultSli } from '../sli/declaration.ts';

const failed: Condition = { status: [{ from: 500, to: 999 }] };
const cuts = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 20 });

/** What the judge can say too. Its text is latin1, so that every byte is one character. */
function both(log: Buffer, sli: Sli = defaultSli, rule = {}, lengths: readonly number[] = []) {
  const { lines, minutes, ...rest } = countBytes(log, { sli, cuts: lengths });
  const own = { lines, unparsed: unparsedOf({ lines, minutes, ...rest }), minutes };
  return { own, judge: plainCount(log.toString('latin1'), rule) };
}

describe('the scanner of ALB logs', () => {
  it('counts what a plain line-and-regex counter counts, wherever the chunks are cut', () => {
    fc.assert(
      fc.property(albLog, cuts, (log, lengths) => {
        const { own, judge } = both(log, defaultSli, {}, lengths);
        expect(own).toEqual(judge);
      }),
      { numRuns: 500 },
    );
  });

  it('judges slowness by the sum of the three times, exactly', () => {
    const limits = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(albLog, limits, (log, slowMs) => {
        const sli = { goodWhen: { not: { any: [failed, { slowerThan: slowMs * 1000 }] } } };
        const { own, judge } = both(log, sli, { slowMs });
        expect(own).toEqual(judge);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves other paths out and excludes statuses as the plain counter does', () => {
    fc.assert(
      fc.property(albLog, fc.constantFrom('/api/items', '/a"b', '/a\\"b'), (log, path) => {
        const sli: Sli = {
          ...defaultSli,
          filter: { field: 'path', matches: [path] },
          excludedWhen: { status: [{ from: 499, to: 499 }] },
        };
        const { own, judge } = both(log, sli, { path, excluded: 499 });
        expect(own).toEqual(judge);
      }),
      { numRuns: 300 },
    );
  });
});
