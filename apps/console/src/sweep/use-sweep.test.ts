import { expect, it } from 'vitest';
import { dueCount, type Orphan, type Swept, withVerdict } from './use-sweep.ts';

const at = Date.parse('2026-11-21T10:00:00.000Z');

function orphan(change: Partial<Orphan>): Orphan {
  return {
    instanceId: 'i-0abc1234def567890',
    environment: 'staging',
    lease: null,
    verdict: 'unknown',
    firstSeenAt: '2026-11-21T09:00:00.000Z',
    next: 'quarantine',
    nextAt: '2026-11-21T10:00:00.000Z',
    ...change,
  };
}

const swept = (...orphans: Orphan[]): Swept => ({ withheld: null, orphans, unanswered: [] });

it('counts only what would be stopped or terminated now', () => {
  const later = orphan({ nextAt: '2026-11-21T10:00:01.000Z' });
  const spared = orphan({ verdict: 'spared', next: 'nothing', nextAt: null });
  expect(dueCount(swept(orphan({}), later, spared), at)).toBe(1);
});

it('shows a spared server as staying, and leaves the others as they were', () => {
  const other = orphan({ instanceId: 'i-0fff1234def567890' });
  const after = withVerdict(swept(orphan({}), other), 'i-0abc1234def567890', 'spared');
  expect(after.orphans).toEqual([
    orphan({ verdict: 'spared', next: 'nothing', nextAt: null }),
    other,
  ]);
});
