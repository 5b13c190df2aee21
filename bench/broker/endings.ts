import type { Database } from '@sekisho/core';
import { sql } from 'kysely';

/** A lease that is about to end. */
export interface Ending {
  readonly id: string;
  readonly approach: 'assignment' | 'broker' | 'window';
  readonly account: string;
  readonly holder: string;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
}

/** Spreads the deadlines of all active leases over `spanMs` from `from`; their reminders were given. */
export async function letEnd({ kysely }: Database, from: number, spanMs: number): Promise<void> {
  await sql`
    with numbered as (
      select id, row_number() over (partition by kind, frozen -> 'kind' ->> 'approach' order by md5(id)) as n,
        count(*) over (partition by kind, frozen -> 'kind' ->> 'approach') as many
      from leases where state = 'active'
    ), timed as (
      select id, ${new Date(from)}::timestamptz + interval '1 millisecond' * (n * ${spanMs}::bigint / many) as at
      from numbered
    )
    update leases as l set deadline = t.at, notified_for = jsonb_build_object('600', t.at, '300', t.at, '120', t.at)
    from timed as t where l.id = t.id
  `.execute(kysely);
  await sql`
    update targets as t set urgent_at = l.at, next_check_at = least(t.next_check_at, l.at)
    from (select target_key, min(deadline) as at from leases where state = 'active' group by 1) as l
    where t.key = l.target_key
  `.execute(kysely);
}

/** All active leases. */
export async function endings({ kysely }: Database): Promise<readonly Ending[]> {
  const { rows } = await sql<Omit<Ending, 'deadline'> & { deadline: Date }>`
    select id, frozen ->> 'account' as account, holder, deadline,
      coalesce(frozen -> 'kind' ->> 'approach', 'assignment') as approach
    from leases where state = 'active'
  `.execute(kysely);
  return rows.map((row) => ({ ...row, deadline: Number(row.deadline) }));
}

/** How many leases are in this state; or have not ended. */
export async function countLive({ kysely }: Database, state?: string): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::integer as many from leases
    where ${state ?? null}::text is null and state <> 'ended' or state = ${state ?? ''}
  `.execute(kysely);
  return rows[0]?.many ?? 0;
}
