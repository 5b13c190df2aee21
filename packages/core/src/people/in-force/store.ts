import { type Kysely, sql } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { Database } from '../../platform/database/database.ts';

/** Somebody's membership of a team that was granted and not taken back, as it was approved. */
export interface MembershipInForce {
  readonly person: string;
  readonly team: string;
  readonly group: string;
  readonly role: 'member' | 'sre' | null;
  readonly shadows: boolean;
  /** After it, it is over whatever the database says. */
  readonly until: Date;
}

interface Tables {
  leases: {
    kind: string;
    state: string;
    holder: string;
    environment: string;
    deadline: Date | null;
    frozen: { kind: { group: string; role: 'member' | 'sre' | null; shadowsOnCall: boolean } };
  };
}

/** Memberships as a transaction finds them. */
export function membershipsInForce(tx: Tx): Promise<MembershipInForce[]> {
  return read(sqlOf<Tables>(tx));
}

/** The same outside of any transaction. */
export function committedMemberships({ kysely }: Database): Promise<MembershipInForce[]> {
  return read(kysely as unknown as Kysely<Tables>);
}

/** What leases say of the roster; the state is written out, as the index of members is. */
async function read(reader: Kysely<Tables>): Promise<MembershipInForce[]> {
  const rows = await reader
    .selectFrom('leases')
    .select(['holder', 'environment', 'deadline', 'frozen'])
    .where(sql<boolean>`kind = 'membership' and state = 'active'`)
    .orderBy('holder')
    .orderBy('environment')
    .execute();
  return rows.flatMap(({ holder, environment, deadline, frozen }) => {
    const { group, role, shadowsOnCall: shadows } = frozen.kind;
    if (deadline === null) return [];
    return { person: holder, team: environment, group, role, shadows, until: deadline };
  });
}
