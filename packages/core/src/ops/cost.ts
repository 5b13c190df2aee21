import { contract, type OutputOf } from '@sekisho/contract';
import { type LeaseRow, leaseHistory, livedSeconds } from '../leases/index.ts';
import { addSeconds } from '../platform/clock.ts';
import { implement } from '../platform/verb.ts';

type Week = OutputOf<'ops.cost'>[number];

const week = 7 * 24 * 3600;

export const cost = implement(contract['ops.cost'], {
  decide: async (tx, input) => {
    const weeks = input.weeks ?? 8;
    const since = addSeconds(mondayOf(tx.now), -(weeks - 1) * week);
    const rows = await leaseHistory(tx, { since, limit: 100_000 });
    const granted = rows.filter((row) => row.granted_at !== null);
    const byWeek = Map.groupBy(granted, (row) => dateOf(mondayOf(row.granted_at ?? tx.now)));
    return [...byWeek]
      .map(([monday, leases]) => sum(monday, leases, tx.now))
      .toSorted((a, b) => (a.week < b.week ? 1 : -1));
  },
});

function sum(monday: string, leases: readonly LeaseRow[], now: Date): Week {
  const total: Week = { week: monday, leases: 0, hours: 0, spent: 0, saved: 0, unpriced: 0 };
  for (const lease of leases) {
    const hours = livedSeconds(lease, now) / 3600;
    const price = lease.frozen.costPerHour;
    total.leases += 1;
    total.hours += hours;
    total.spent += hours * (price ?? 0);
    total.saved += savedHours(lease) * (price ?? 0);
    total.unpriced += price === null ? 1 : 0;
  }
  return total;
}

/** Hours between a lease's end and its hard maximum: what a forgotten server would have run on at least. */
function savedHours({ ended_at, hard_maximum }: LeaseRow): number {
  if (ended_at === null || hard_maximum === null) return 0;
  return Math.max(0, (hard_maximum.getTime() - ended_at.getTime()) / 3_600_000);
}

function mondayOf(date: Date): Date {
  const daysSinceMonday = (date.getUTCDay() + 6) % 7;
  return new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - daysSinceMonday),
  );
}

function dateOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
