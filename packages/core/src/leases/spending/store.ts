import { sql } from 'kysely';
import { addSeconds } from '../../platform/clock.ts';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { LeaseRow } from '../row.ts';

interface Tables {
  leases: LeaseRow;
}

/** What the leases of one week, by the day of their grant, came to. */
export interface WeekSpent {
  /** Its Monday in UTC, `YYYY-MM-DD`. */
  readonly week: string;
  readonly leases: number;
  readonly hours: number;
  /** US dollars. */
  readonly spent: number;
  /** US dollars from each end to its hard maximum: what a forgotten server would have run on at least. */
  readonly saved: number;
  /** Leases whose price is not known. */
  readonly unpriced: number;
}

/** From being asked for to being granted it takes a month of lead and a lapse at the most. */
const longestWaitSeconds = 60 * 24 * 3600;

/** Leases granted since a moment, added up by week, newest week first. */
export async function spentByWeek(tx: Tx, since: Date): Promise<WeekSpent[]> {
  const price = sql<number>`(frozen ->> 'costPerHour')::float8`;
  const lived = sql<number>`greatest(0,
    extract(epoch from coalesce(ended_at, ${tx.now}::timestamptz) - granted_at)) / 3600`;
  const left = sql<number>`greatest(0,
    coalesce(extract(epoch from hard_maximum - ended_at), 0)) / 3600`;
  const week = sql<string>`to_char(date_trunc('week', granted_at at time zone 'UTC'), 'YYYY-MM-DD')`;
  return sqlOf<Tables>(tx)
    .selectFrom('leases')
    .select([
      week.as('week'),
      sql<number>`count(*)::integer`.as('leases'),
      sql<number>`sum(${lived})::float8`.as('hours'),
      sql<number>`coalesce(sum(${lived} * ${price}), 0)::float8`.as('spent'),
      sql<number>`coalesce(sum(${left} * ${price}), 0)::float8`.as('saved'),
      sql<number>`(count(*) - count(${price}))::integer`.as('unpriced'),
    ])
    .where('requested_at', '>=', addSeconds(since, -longestWaitSeconds))
    .where('granted_at', '>=', since)
    .groupBy('week')
    .orderBy('week', 'desc')
    .execute();
}
