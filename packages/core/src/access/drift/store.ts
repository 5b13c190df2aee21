import { sqlOf, type Tx } from '../../platform/context.ts';
import { settingIn, writeSetting } from '../../platform/settings.ts';

/** An assignment that nothing explains. */
export interface DriftRow {
  account: string;
  permission_set_arn: string;
  principal_kind: 'user' | 'group';
  principal_id: string;
  permission_set: string;
  principal_name: string;
  /** Person of the roster; null for a group or a stranger. */
  person: string | null;
  first_seen_at: Date;
  /** When it was asked to be removed; null while it is only reported. */
  removed_at: Date | null;
}

interface Tables {
  access_drift: DriftRow;
}

/** When all accounts were looked at last, and which of them did not answer. */
export interface Looked {
  readonly at: string;
  readonly unanswered: readonly string[];
}

const lookedKey = 'access-drift';

export function readLooked(tx: Tx): Promise<Looked | null> {
  return settingIn<Looked>(tx, lookedKey);
}

export function writeLooked(tx: Tx, looked: Looked): Promise<void> {
  return writeSetting(tx, lookedKey, looked);
}

/** Every finding, the oldest first. */
export function readDrift(tx: Tx): Promise<DriftRow[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('access_drift')
    .selectAll()
    .orderBy('first_seen_at')
    .orderBy('account')
    .orderBy('principal_id')
    .execute();
}

export async function insertDrift(tx: Tx, row: DriftRow): Promise<void> {
  await sqlOf<Tables>(tx).insertInto('access_drift').values(row).execute();
}

export async function markRemoved(tx: Tx, row: DriftRow): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('access_drift')
    .set({ removed_at: tx.now })
    .where((where) => where.and(keyOf(row)))
    .execute();
}

/** Every finding has its grace from now on, whatever was done about it before. */
export async function beginGraceAnew(tx: Tx): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('access_drift')
    .set({ first_seen_at: tx.now, removed_at: null })
    .execute();
}

export async function deleteDrift(tx: Tx, row: DriftRow): Promise<void> {
  await sqlOf<Tables>(tx)
    .deleteFrom('access_drift')
    .where((where) => where.and(keyOf(row)))
    .execute();
}

function keyOf({ account, permission_set_arn, principal_kind, principal_id }: DriftRow) {
  return { account, permission_set_arn, principal_kind, principal_id };
}
