import { sqlOf, type Tx } from '../../../platform/context.ts';

/** The span of minutes that a source has been asked for, for one series; null while it was never asked. */
export interface AskedRow {
  readonly read_from: number | null;
  readonly read_to: number | null;
}

interface Tables {
  slo_series: AskedRow & { series: string };
}

export async function askedRow(tx: Tx, series: string): Promise<AskedRow> {
  const row = await sqlOf<Tables>(tx)
    .selectFrom('slo_series')
    .select(['read_from', 'read_to'])
    .where('series', '=', series)
    .executeTakeFirst();
  return row ?? { read_from: null, read_to: null };
}

export async function noteAsked(tx: Tx, series: string, asked: AskedRow): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('slo_series')
    .set(asked)
    .where('series', '=', series)
    .execute();
}
