import { finalStates } from '@sekisho/contract';
import { sql } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { LeaseRow, TargetRow } from '../row.ts';

interface Tables {
  leases: LeaseRow;
  targets: TargetRow;
  outbox: { next_attempt_at: Date | null };
}

/** How the engine does, in numbers that an alert can watch. */
export interface EngineHealth {
  /** Seconds that the longest waiting due target is overdue; 0 when none waits. */
  readonly oldestDueSeconds: number;
  readonly stuckLeases: number;
  /** Orders that are due or being retried. */
  readonly ordersWaiting: number;
  /** Leases that are not over, by state. */
  readonly leasesByState: Readonly<Record<string, number>>;
}

export async function readHealth(tx: Tx): Promise<EngineHealth> {
  const tables = sqlOf<Tables>(tx);
  const count = sql<number>`count(*)::integer`;
  const due = await tables
    .selectFrom('targets')
    .select((select) => select.fn.min('next_check_at').as('at'))
    .where('next_check_at', '<=', tx.now)
    .executeTakeFirst();
  const orders = await tables
    .selectFrom('outbox')
    .select(count.as('count'))
    .where('next_attempt_at', '<=', tx.now)
    .executeTakeFirst();
  const states = await tables
    .selectFrom('leases')
    .select([
      'state',
      count.as('count'),
      sql<number>`count(*) filter (where stuck)::integer`.as('stuck'),
    ])
    .where('state', 'not in', [...finalStates])
    .groupBy('state')
    .execute();
  return {
    oldestDueSeconds: due?.at ? (tx.now.getTime() - due.at.getTime()) / 1000 : 0,
    stuckLeases: states.reduce((sum, state) => sum + state.stuck, 0),
    ordersWaiting: orders?.count ?? 0,
    leasesByState: Object.fromEntries(states.map(({ state, count: many }) => [state, many])),
  };
}
