import type { BudgetStanding } from '@sekisho/config';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statusOf } from './commit-status.ts';

const rules = { fixLabels: ['fix', 'Incident'], whenSpent: 'failure' as const };
const plain = { labels: ['docs'], overriddenBy: null };
const of = (...standings: readonly BudgetStanding[]) =>
  standings.map((standing, index) => ({ slo: `slo-${index}`, standing }));
const standing: fc.Arbitrary<BudgetStanding> = fc.oneof(
  fc.record({ remaining: fc.double({ min: -5, max: 1, noNaN: true }) }),
  fc.constant({ problem: 'unmeasured' as const }),
);
const standings = fc.array(standing, { minLength: 1, maxLength: 4 }).map((all) => of(...all));

describe('the status of a commit', () => {
  it('holds a change up exactly while a budget is known to be spent', () => {
    fc.assert(
      fc.property(standings, (all) => {
        const spent = all.some(({ standing: one }) => 'remaining' in one && one.remaining <= 0);
        expect(statusOf(rules, plain, all)?.state).toBe(spent ? 'failure' : 'success');
      }),
      { numRuns: 60 },
    );
  });

  it('never holds up a fix, whatever the case of its label, nor what somebody let through', () => {
    fc.assert(
      fc.property(standings, fc.constantFrom('fix', 'FIX', 'incident'), (all, label) => {
        const fix = { labels: ['docs', label], overriddenBy: null };
        expect(statusOf(rules, fix, all)?.state).toBe('success');
        const through = { ...plain, overriddenBy: 'hanako' };
        expect(statusOf(rules, through, all)?.state).toBe('success');
      }),
      { numRuns: 60 },
    );
  });

  it('says which budget is why, and what let the change through', () => {
    const spent = of({ remaining: 0.4 }, { remaining: -0.2 }, { problem: 'behind' });
    expect(statusOf(rules, plain, spent)?.why).toEqual({ kind: 'spent', slo: 'slo-1', left: -0.2 });
    const pending = { ...rules, whenSpent: 'pending' as const };
    expect(statusOf(pending, plain, spent)?.state).toBe('pending');
    expect(statusOf(rules, { ...plain, labels: ['Fix'] }, spent)?.why).toMatchObject({
      ...{ kind: 'fix', label: 'Fix' },
    });
    expect(statusOf(rules, { ...plain, overriddenBy: 'mika' }, spent)?.why).toMatchObject({
      ...{ kind: 'overridden', who: 'mika' },
    });
    expect(statusOf(rules, plain, of({ remaining: 0.4 }, { remaining: 0.3 }))?.why).toEqual({
      ...{ kind: 'left', slo: 'slo-1', left: 0.3 },
    });
    expect(statusOf(rules, plain, of({ problem: 'unmeasured' }))?.why.kind).toBe('unknown');
    expect(statusOf(rules, plain, [])).toBeNull();
  });
});
