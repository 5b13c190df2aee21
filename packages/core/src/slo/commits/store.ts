import { type ColumnType, sql } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { CommitStatus, CommitWhy } from './commit-status.ts';

/** A pull request, and what its head was ordered to show last. */
export interface PullRow {
  /** `owner/name`, in lower case. */
  readonly repository: string;
  readonly number: number;
  readonly head: string;
  readonly labels: readonly string[];
  readonly open: boolean;
  /** By GitHub's clock. */
  readonly changed_at: Date;
  readonly told_head: string | null;
  readonly told_state: CommitStatus['state'] | null;
  readonly told_why: CommitWhy | null;
  /** Rises with each order. */
  readonly revision: number;
}

interface Tables {
  slo_pulls: Omit<PullRow, 'told_why' | 'labels'> & {
    labels: ColumnType<readonly string[], unknown, unknown>;
    told_why: ColumnType<CommitWhy | null, string, string>;
  };
  slo_overrides: { repository: string; head: string; who: string; at: Date };
}

/** A pull request as GitHub told of it. */
export type TakenPull = Pick<
  PullRow,
  'repository' | 'number' | 'head' | 'labels' | 'open' | 'changed_at'
>;

/** Keeps what is newer than what is known. @returns false when it was not */
export async function keepPull(tx: Tx, pull: TakenPull): Promise<boolean> {
  const labels = sql`${[...pull.labels]}::text[]`;
  const kept = await sql`
    insert into slo_pulls (repository, number, head, labels, open, changed_at)
    values (${pull.repository}, ${pull.number}, ${pull.head}, ${labels}, ${pull.open},
      ${pull.changed_at}::timestamptz)
    on conflict (repository, number) do update
    set head = excluded.head, labels = excluded.labels, open = excluded.open,
      changed_at = excluded.changed_at
    where excluded.changed_at >= slo_pulls.changed_at
  `.execute(sqlOf(tx));
  return kept.numAffectedRows === 1n;
}

/** Open pull requests of some repositories, held until the transaction ends. */
export async function lockOpenPulls(
  tx: Tx,
  repositories: readonly string[],
): Promise<readonly PullRow[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_pulls')
    .selectAll()
    .where('open', '=', true)
    .where(sql<boolean>`repository = any(${[...repositories]}::text[])`)
    .orderBy('repository')
    .orderBy('number')
    .forUpdate()
    .execute();
}

export async function findPull(
  tx: Tx,
  repository: string,
  number: number,
): Promise<PullRow | undefined> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_pulls')
    .selectAll()
    .where('repository', '=', repository)
    .where('number', '=', number)
    .executeTakeFirst();
}

/** Notes what a head is ordered to show. @returns the order's revision */
export async function noteTold(
  tx: Tx,
  { repository, number, head }: PullRow,
  { state, why }: CommitStatus,
): Promise<number> {
  const { revision } = await sqlOf<Tables>(tx)
    .updateTable('slo_pulls')
    .set({
      ...{ told_head: head, told_state: state, told_why: JSON.stringify(why) },
      revision: sql<number>`revision + 1`,
    })
    .where('repository', '=', repository)
    .where('number', '=', number)
    .returning('revision')
    .executeTakeFirstOrThrow();
  return revision;
}

/** Who let which heads of some repositories through, by `repository@head`. */
export async function overridesIn(
  tx: Tx,
  repositories: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('slo_overrides')
    .select(['repository', 'head', 'who'])
    .where(sql<boolean>`repository = any(${[...repositories]}::text[])`)
    .execute();
  return new Map(rows.map(({ repository, head, who }) => [`${repository}@${head}`, who]));
}

/** Lets a head through; whoever did it last is named. */
export async function keepOverride(
  tx: Tx,
  row: { readonly repository: string; readonly head: string; readonly who: string },
): Promise<void> {
  const { who } = row;
  await sqlOf<Tables>(tx)
    .insertInto('slo_overrides')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) =>
      conflict.columns(['repository', 'head']).doUpdateSet({ who, at: tx.now }),
    )
    .execute();
}

/** Forgets what was closed, and let through, before a moment; open pull requests are kept. */
export async function forgetPullsBefore(tx: Tx, moment: Date): Promise<void> {
  await sqlOf<Tables>(tx)
    .deleteFrom('slo_pulls')
    .where('open', '=', false)
    .where('changed_at', '<', moment)
    .execute();
  await sqlOf<Tables>(tx).deleteFrom('slo_overrides').where('at', '<', moment).execute();
}
