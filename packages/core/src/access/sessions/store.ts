import { sqlOf, type Tx } from '../../platform/context.ts';
import { settingIn, writeSetting } from '../../platform/settings.ts';
import { sessionKey } from './ends.ts';

/** Sessions that outlive their lease, and what AWS says to them. */
export interface SessionEndRow {
  account: string;
  permission_set: string;
  user_id: string;
  /** The lease that ended last. */
  lease: string;
  person: string;
  issued_before: Date;
  sessions_until: Date;
  /** Whether access is there beside the lease, so that nothing is denied; null while nobody has looked. */
  stands: boolean | null;
  judged_at: Date | null;
  /** Since when AWS denies any of them; null while it does not. */
  written_at: Date | null;
  /** AWS has yet to be told of this end. */
  pending: boolean;
  /** The policy is full: they live on. */
  no_room: boolean;
  /** AWS's code, when it would not have the policy. */
  trouble: string | null;
}

export function keyOfRow({ account, permission_set, user_id }: SessionEndRow): string {
  return sessionKey({ account, permissionSet: permission_set, userId: user_id });
}

interface Tables {
  session_ends: SessionEndRow;
}

const sql = (tx: Tx) => sqlOf<Tables>(tx);

/** Every end that sessions may have outlived, the latest last. */
export function readEnds(tx: Tx): Promise<SessionEndRow[]> {
  return sql(tx)
    .selectFrom('session_ends')
    .selectAll()
    .orderBy('issued_before')
    .orderBy('account')
    .orderBy('permission_set')
    .orderBy('user_id')
    .execute();
}

/** Makes, or replaces, the row of one user, set and account. */
export async function putEnd(tx: Tx, row: SessionEndRow): Promise<void> {
  await sql(tx)
    .insertInto('session_ends')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['account', 'permission_set', 'user_id']).doUpdateSet(row),
    )
    .execute();
}

export async function deleteEnd(tx: Tx, row: SessionEndRow): Promise<void> {
  const { account, permission_set, user_id } = row;
  await sql(tx)
    .deleteFrom('session_ends')
    .where((where) => where.and({ account, permission_set, user_id }))
    .execute();
}

/** What the policies say, by account, and when AWS was last asked. */
export interface Compared {
  readonly at: string;
  readonly documents: Readonly<Record<string, string>>;
}

const comparedKey = 'live-sessions-compared';

export function readCompared(tx: Tx): Promise<Compared | null> {
  return settingIn<Compared>(tx, comparedKey);
}

/** @param compared null: AWS is to be asked again at once */
export function writeCompared(tx: Tx, compared: Compared | null): Promise<void> {
  return writeSetting(tx, comparedKey, compared);
}
