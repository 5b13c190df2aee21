import type { OutputOf } from '@sekisho/contract';

/** Three hours of a shop that fails from 03:05 on, as `slo.history` answers. */
export function shopHistory(from: string, to: string): OutputOf<'slo.history'> {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const points = Array.from({ length: Math.round((end - start) / 60_000) }, (_, index) => {
    const at = new Date(start + (index + 1) * 60_000);
    const fails = at.toISOString() > '2026-10-04T03:05';
    const counts = { good: fails ? 4 : 20, bad: fails ? 16 : 0, excluded: 0, clientErrors: 0 };
    return { at: at.toISOString(), ...counts, coverage: 1, ...remaining };
  });
  const nothing = { targets: [], corrections: [], pages: [] };
  return { id: 'shop-availability', from, to, bucketMinutes: 1, points, ...nothing };
}

const remaining = { remainingShare: 0.5, rawRemainingShare: 0.5 };
