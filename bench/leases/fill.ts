import type { Database } from '@sekisho/core';
import { sql } from 'kysely';
import { leaseId } from './numbered.ts';

/** How the leases are to lie in time; all moments in milliseconds since the epoch. */
export interface Spread {
  readonly live: number;
  /** When looks begin; every target is looked at once within `pollSeconds` from there. */
  readonly looksFrom: number;
  readonly pollSeconds: number;
}

/**
 * Copies the one real lease, with its target, until `live` are there: same frozen parameters,
 * same hard maximum, ends one to seven hours away, switches last checked some time in the last hour.
 */
export async function fill({ kysely }: Database, real: string, spread: Spread): Promise<void> {
  const { live, looksFrom, pollSeconds } = spread;
  await sql`
    insert into leases select copy.* from leases as l, generate_series(1, ${live - 1}::integer) as n,
      lateral jsonb_populate_record(l, jsonb_build_object(
        'id', 'ops-bench' || lpad(n::text, 7, '0'),
        'target_key', replace(l.target_key, l.id, 'ops-bench' || lpad(n::text, 7, '0')),
        'resource', 'i-0' || lpad(to_hex(n), 16, '0'),
        'deadline', l.ready_at + interval '1 hour' + interval '6 hours' * n / ${live}
      )) as copy
    where l.id = ${real}
  `.execute(kysely);
  await sql`
    insert into targets select copy.* from targets as t, generate_series(1, ${live - 1}::integer) as n,
      lateral jsonb_populate_record(t, jsonb_build_object(
        'key', replace(t.key, ${real}, 'ops-bench' || lpad(n::text, 7, '0')),
        'serial_key', replace(t.serial_key, ${real}, 'ops-bench' || lpad(n::text, 7, '0')),
        'claimed_until', null,
        'urgent_at', ${new Date(looksFrom)}::timestamptz
          + interval '1 hour' + interval '6 hours' * n / ${live},
        'next_check_at', ${new Date(looksFrom)}::timestamptz
          + interval '1 millisecond' * (n::bigint * 7919 % ${pollSeconds * 1000}),
        'memo', t.memo || jsonb_build_object('checkedAt',
          ${new Date(looksFrom)}::timestamptz - interval '1 second' * (n::bigint * 31 % 3600))
      )) as copy
    where t.key = (select target_key from leases where id = ${real})
  `.execute(kysely);
  await sql`analyze`.execute(kysely);
}

/** Lets the leases 1 to `count` end, `perSecond` of them a second from `from`; their reminders were given. */
export async function letEnd(
  { kysely }: Database,
  ends: { readonly count: number; readonly perSecond: number; readonly from: number },
): Promise<void> {
  const rows = Array.from({ length: ends.count }, (_, index) => {
    const deadline = new Date(deadlineOf(index + 1, ends)).toISOString();
    return { id: leaseId(index + 1), deadline, given: { 600: deadline, 300: deadline } };
  });
  await sql`
    with ending as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(id text, deadline timestamptz, given jsonb)
    ), changed as (
      update leases as l set deadline = e.deadline, notified_for = e.given
      from ending as e where l.id = e.id returning l.target_key, l.deadline
    )
    update targets as t set next_check_at = least(t.next_check_at, c.deadline), urgent_at = c.deadline
    from changed as c where t.key = c.target_key
  `.execute(kysely);
}

/** The deadline of a copied lease that is let end, in milliseconds since the epoch. */
export function deadlineOf(
  number: number,
  { perSecond, from }: { readonly perSecond: number; readonly from: number },
): number {
  return Math.round(from + ((number - 1) * 1000) / perSecond);
}
