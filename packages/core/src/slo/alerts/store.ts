import { type ColumnType, sql } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { PageRow } from './page-row.ts';

/** jsonb: read as a value, written as text. */
type Json<T> = ColumnType<T, string, string>;

interface Tables {
  slo_pages: Omit<PageRow, 'why' | 'changed'> & {
    why: Json<PageRow['why']>;
    changed: Json<PageRow['changed']>;
  };
}

const pages = (tx: Tx) => sqlOf<Tables>(tx).selectFrom('slo_pages').selectAll();

/** Stores a page. @returns false when this firing has its page already */
export async function insertPage(tx: Tx, row: PageRow): Promise<boolean> {
  const inserted = await sqlOf<Tables>(tx)
    .insertInto('slo_pages')
    .values({ ...row, why: JSON.stringify(row.why), changed: JSON.stringify(row.changed) })
    .onConflict((conflict) => conflict.columns(['slo', 'key', 'fired_minute']).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** Which page a firing made. */
export type Firing = Pick<PageRow, 'slo' | 'key' | 'fired_minute'>;

/** Marks a firing's page as resolved, or (null) as on again. Undefined when nothing changed. */
export async function setResolved(
  tx: Tx,
  { slo, key, fired_minute: firedMinute }: Firing,
  resolvedAt: Date | null,
): Promise<PageRow | undefined> {
  return sqlOf<Tables>(tx)
    .updateTable('slo_pages')
    .set({
      resolved_at: resolvedAt,
      revision: sql`revision + 1`,
      ...(resolvedAt === null ? { refired: sql<number>`refired + 1` } : {}),
    })
    .where('slo', '=', slo)
    .where('key', '=', key)
    .where('fired_minute', '=', firedMinute)
    .where('resolved_at', resolvedAt === null ? 'is not' : 'is', null)
    .returningAll()
    .executeTakeFirst();
}

const sourceOf = sql<string>`slo_pages.why #>> '{noData,source}'`;

/** Whether people were told already that a source is dark, and it still is. */
export async function isDarkTold(
  tx: Tx,
  source: string,
  severity: PageRow['severity'],
): Promise<boolean> {
  const found = await pages(tx)
    .where('key', '=', 'no-data')
    .where('severity', '=', severity)
    .where('resolved_at', 'is', null)
    .where('untold', 'is', null)
    .where(sourceOf, '=', source)
    .limit(1)
    .execute();
  return found.length > 0;
}

/** Of each source that is dark and of which no open ticket tells, marks the first silent one as told. */
export async function tellFirstDark(tx: Tx): Promise<PageRow[]> {
  const silent = await pages(tx)
    .where('untold', '=', 'same-source')
    .where('resolved_at', 'is', null)
    .orderBy('fired_at')
    .orderBy('id')
    .execute();
  const told: PageRow[] = [];
  for (const { id, severity, why } of silent) {
    const source = why.noData?.source ?? '';
    if (await isDarkTold(tx, source, severity)) continue;
    told.push(
      await sqlOf<Tables>(tx)
        .updateTable('slo_pages')
        .set({ untold: null, revision: sql`revision + 1` })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow(),
    );
  }
  return told;
}

/** Resolves open pages of SLOs that are neither configured nor remembered. */
export async function resolveOrphans(tx: Tx, slos: readonly string[]): Promise<PageRow[]> {
  return sqlOf<Tables>(tx)
    .updateTable('slo_pages')
    .set({ resolved_at: tx.now, revision: sql`revision + 1` })
    .where('resolved_at', 'is', null)
    .where(sql<boolean>`slo <> all(${[...slos]}::text[])`)
    .where(sql<boolean>`not exists (select 1 from slo_states s where s.slo = slo_pages.slo)`)
    .returningAll()
    .execute();
}

export async function findPage(tx: Tx, id: string): Promise<PageRow | undefined> {
  return pages(tx).where('id', '=', id).executeTakeFirst();
}

/** Changes what people said about a page. */
export async function patchPage(
  tx: Tx,
  id: string,
  patch: Partial<Pick<PageRow, 'acknowledged_at' | 'acknowledged_by' | 'incident'>>,
): Promise<PageRow> {
  return sqlOf<Tables>(tx)
    .updateTable('slo_pages')
    .set({ ...patch, revision: sql`revision + 1` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export interface PageFilter {
  readonly slo?: string | undefined;
  readonly service?: string | undefined;
  readonly severity?: PageRow['severity'] | undefined;
  readonly open?: boolean | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  readonly limit: number;
}

/** Pages that fit, open ones first, then the latest. `since` and `until` bound when they fired. */
export async function listPages(tx: Tx, filter: PageFilter): Promise<PageRow[]> {
  let query = pages(tx);
  if (filter.slo) query = query.where('slo', '=', filter.slo);
  if (filter.service) query = query.where('service', '=', filter.service);
  if (filter.severity) query = query.where('severity', '=', filter.severity);
  if (filter.open) query = query.where('resolved_at', 'is', null);
  if (filter.since) query = query.where('fired_at', '>=', filter.since);
  if (filter.until) query = query.where('fired_at', '<', filter.until);
  return query
    .orderBy(sql`resolved_at is not null`)
    .orderBy('fired_at', 'desc')
    .orderBy('id')
    .limit(filter.limit)
    .execute();
}

/** Pages of an SLO that were on at some time of a span, the first that fired first. */
export async function pagesDuring(tx: Tx, slo: string, from: Date, to: Date): Promise<PageRow[]> {
  return pages(tx)
    .where('slo', '=', slo)
    .where('fired_at', '<', to)
    .where((where) => where.or([where('resolved_at', 'is', null), where('resolved_at', '>', from)]))
    .orderBy('fired_at')
    .orderBy('id')
    .limit(1000)
    .execute();
}

/** Pages of a service that were linked to an incident and on at some time of a span. */
export async function linkedPages(
  tx: Tx,
  service: string,
  from: Date,
  to: Date,
): Promise<PageRow[]> {
  return pages(tx)
    .where('service', '=', service)
    .where('incident', 'is not', null)
    .where('fired_at', '<', to)
    .where((where) => where.or([where('resolved_at', 'is', null), where('resolved_at', '>', from)]))
    .orderBy('fired_at')
    .limit(1000)
    .execute();
}

/** By SLO, its alerts that are on: key and severity. */
export async function openAlerts(
  tx: Tx,
): Promise<ReadonlyMap<string, readonly Pick<PageRow, 'slo' | 'key' | 'severity'>[]>> {
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('slo_pages')
    .select(['slo', 'key', 'severity'])
    .where('resolved_at', 'is', null)
    .execute();
  return Map.groupBy(rows, ({ slo }) => slo);
}
