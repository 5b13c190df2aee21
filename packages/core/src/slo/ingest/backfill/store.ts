import { sqlOf, type Tx } from '../../../platform/context.ts';
import type { ObjectRow } from '../objects/store.ts';

interface SeriesRow {
  series: string;
  source: string;
  /**
   * Objects with this number and below have yet to be counted for it again; 0 when none. Those with a
   * greater one are counted for it when they are read.
   */
  backfill_at: number;
}

interface Tables {
  slo_series: SeriesRow;
  slo_objects: ObjectRow & { source: string; state: string; modified_at: Date };
}

/**
 * Makes known what is counted for a source; a series that nobody wants any more is forgotten.
 * @param newest the number of the newest thing that new series have yet to be counted for
 */
export async function noteSeries(
  tx: Tx,
  source: string,
  series: readonly string[],
  newest: number,
): Promise<void> {
  const tables = sqlOf<Tables>(tx);
  const known = await seriesRows(tx, source);
  const gone = known.map((row) => row.series).filter((one) => !series.includes(one));
  const fresh = series.filter((one) => !known.some((row) => row.series === one));
  if (gone.length > 0) await tables.deleteFrom('slo_series').where('series', 'in', gone).execute();
  if (fresh.length === 0) return;
  await tables
    .insertInto('slo_series')
    .values(fresh.map((one) => ({ series: one, source, backfill_at: newest })))
    .onConflict((conflict) => conflict.column('series').doNothing())
    .execute();
}

/** The number of the newest object that was seen; 0 when there is none. */
export async function newestObject(tx: Tx, source: string): Promise<number> {
  const newest = await sqlOf<Tables>(tx)
    .selectFrom('slo_objects')
    .select((select) => select.fn.max('number').as('number'))
    .where('source', '=', source)
    .executeTakeFirst();
  return newest?.number ?? 0;
}

/** What is counted for a source, and how far back. */
export async function seriesRows(tx: Tx, source: string): Promise<SeriesRow[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_series')
    .selectAll()
    .where('source', '=', source)
    .orderBy('series')
    .execute();
}

/** Objects that were read, from a number down, and that appeared since a time. */
export async function objectsToCountAgain(
  tx: Tx,
  source: string,
  from: { readonly number: number; readonly since: Date },
  limit: number,
): Promise<ObjectRow[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_objects')
    .select(['key', 'etag', 'read_etag', 'number'])
    .where('source', '=', source)
    .where('state', '=', 'read')
    .where('number', '<=', from.number)
    .where('modified_at', '>=', from.since)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
}

/** Everything from a number up has been counted again for these series. */
export async function moveBackfill(
  tx: Tx,
  series: readonly string[],
  backfillAt: number,
): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('slo_series')
    .set({ backfill_at: backfillAt })
    .where('series', 'in', [...series])
    .where('backfill_at', '>', backfillAt)
    .execute();
}

/** How many objects of a source wait to be counted again, by series. */
export async function backfillLeft(
  tx: Tx,
  source: string,
): Promise<{ series: string; left: number }[]> {
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('slo_series')
    .innerJoin('slo_objects', 'slo_objects.source', 'slo_series.source')
    .whereRef('slo_objects.number', '<=', 'slo_series.backfill_at')
    .where('slo_objects.state', '=', 'read')
    .where('slo_series.source', '=', source)
    .select((select) => ['slo_series.series as series', select.fn.countAll<number>().as('left')])
    .groupBy('slo_series.series')
    .execute();
  return rows.map((row) => ({ ...row, left: Number(row.left) }));
}
