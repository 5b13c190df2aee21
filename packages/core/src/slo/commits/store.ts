import { type ColumnType, sql } from 'kysely';
import { addSeconds } from '../../platform/clock.ts';
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

/** A head that somebody let through. */
interface OverrideRow {
  readonly repository: string;
  readonly head: string;
  readonly who: string;
  readonly at: Date;
  /** Null as long as it is the head. */
  readonly until: Date | string | null;
}

interface Tables {
  slo_pulls: Omit<PullRow, 'told_why' | 'labels'> & {
    labels: ColumnType<readonly string[], unknown, unknown>;
    told_why: ColumnType<CommitWhy | null, string, string>;
  };
  slo_overrides: OverrideRow;
}

/** A pull request as GitHub told of it. */
export type TakenPull = Pick<
  PullRow,
  'repository' | 'number' | 'head' | 'labels' | 'open' | 'changed_at'
>;

/** Keeps what is newer than what is known. @returns how many were */
export async function keepPulls(tx: Tx, pulls: readonly TakenPull[]): Promise<number> {
  const kept = await sql`
    insert into slo_pulls (repository, number, head, labels, open, changed_at)
    select repository, number, head, array(select jsonb_array_elements_text(labels)), open, changed_at
    from jsonb_to_recordset(${JSON.stringify(pulls)}::jsonb) as told(
      repository text, number integer, head text, labels jsonb, open boolean, changed_at timestamptz)
    on conflict (repository, number) do update
    set head = excluded.head, labels = excluded.labels, open = excluded.open,
      changed_at = excluded.changed_at
    where excluded.changed_at >= slo_pulls.changed_at
  `.execute(sqlOf(tx));
  return Number(kept.numAffectedRows ?? 0n);
}

/** Events and a listing may cross: what changed so shortly before one (seconds) is left to the next. */
const crossingSeconds = 300;

/** Closes pull requests of a repository that a whole listing, asked for at a moment, did not name. */
export async function closeMissing(
  tx: Tx,
  repository: string,
  open: readonly number[],
  askedAt: Date,
): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('slo_pulls')
    .set({ open: false })
    .where('repository', '=', repository)
    .where('open', '=', true)
    .where(sql<boolean>`number <> all(${[...open]}::integer[])`)
    .where('changed_at', '<', addSeconds(askedAt, -crossingSeconds))
    .execute();
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

/** What the head of a pull request is ordered to show. */
export type Telling = Pick<PullRow, 'repository' | 'number'> & CommitStatus;

/** Notes what heads are ordered to show. @returns which orders these are, by their revision */
export async function noteTold(
  tx: Tx,
  tellings: readonly Telling[],
): Promise<readonly Pick<PullRow, 'repository' | 'number' | 'revision'>[]> {
  const noted = await sql<Pick<PullRow, 'repository' | 'number' | 'revision'>>`
    update slo_pulls set told_head = head, told_state = told.state, told_why = told.why,
      revision = revision + 1
    from jsonb_to_recordset(${JSON.stringify(tellings)}::jsonb) as told(
      repository text, number integer, state text, why jsonb)
    where slo_pulls.repository = told.repository and slo_pulls.number = told.number
    returning slo_pulls.repository, slo_pulls.number, slo_pulls.revision
  `.execute(sqlOf(tx));
  return noted.rows;
}

/** Who lets which heads of some repositories through now, by `repository@head`. */
export async function overridesIn(
  tx: Tx,
  repositories: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('slo_overrides')
    .select(['repository', 'head', 'who'])
    .where(sql<boolean>`repository = any(${[...repositories]}::text[])`)
    .where(sql<boolean>`(until is null or until > ${tx.now}::timestamptz)`)
    .execute();
  return new Map(rows.map(({ repository, head, who }) => [`${repository}@${head}`, who]));
}

/** Lets a head through; whoever did it last is named. */
export async function keepOverride(tx: Tx, row: Omit<OverrideRow, 'at'>): Promise<void> {
  const { who, until } = row;
  await sqlOf<Tables>(tx)
    .insertInto('slo_overrides')
    .values({ ...row, at: tx.now })
    .onConflict((conflict) =>
      conflict.columns(['repository', 'head']).doUpdateSet({ who, until, at: tx.now }),
    )
    .execute();
}

/** Lets a head through no more. @returns false when nobody did */
export async function takeBackOverride(tx: Tx, repository: string, head: string): Promise<boolean> {
  const { numDeletedRows } = await sqlOf<Tables>(tx)
    .deleteFrom('slo_overrides')
    .where('repository', '=', repository)
    .where('head', '=', head)
    .where(sql<boolean>`(until is null or until > ${tx.now}::timestamptz)`)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** An open pull request that a spent budget concerns, and who let its head through. */
export interface ConcernedRow extends Pick<PullRow, 'repository' | 'number' | 'head' | 'told_why'> {
  readonly who: string | null;
  readonly at: Date | null;
  readonly until: Date | null;
}

/** Open pull requests of some repositories that were let through, wait, or are fixes, in this order. */
export async function concernedPulls(
  tx: Tx,
  repositories: readonly string[],
  most: number,
): Promise<readonly ConcernedRow[]> {
  const { rows } = await sql<ConcernedRow>`
    select pull.repository, pull.number, pull.head, pull.told_why, let.who, let.at, let.until
    from slo_pulls pull
    left join slo_overrides let on let.repository = pull.repository and let.head = pull.head
      and (let.until is null or let.until > ${tx.now}::timestamptz)
    where pull.open and pull.repository = any(${[...repositories]}::text[])
      and (let.who is not null
        or (pull.told_head = pull.head and pull.told_why ->> 'kind' in ('spent', 'fix')))
    order by let.who is null, pull.told_why ->> 'kind' = 'fix', pull.changed_at desc,
      pull.repository, pull.number
    limit ${most}
  `.execute(sqlOf(tx));
  return rows;
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
