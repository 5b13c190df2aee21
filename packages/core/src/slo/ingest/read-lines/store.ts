import { dayOf, minuteOf } from '@sekisho/objectives/minutes';
import { sql } from 'kysely';
import { sqlOf, type Tx } from '../../../platform/context.ts';
import type { LinesRead } from './lines-read.ts';

interface LinesTable {
  source: string;
  /** On which they were read: UTC, counted from 1970. */
  day: number;
  /** Empty for all that were read. */
  reason: string;
  lines: number;
  shape: string;
}

interface Tables {
  slo_source_lines: LinesTable;
}

/** Adds lines that were just read, in the transaction that counts them. */
export async function noteLines(tx: Tx, source: string, all: readonly LinesRead[]): Promise<void> {
  const day = dayOf(minuteOf(tx.now.getTime()));
  const lines = all.reduce((sum, one) => sum + one.lines, 0);
  if (lines === 0) return;
  const unparsed = [
    ...Map.groupBy(
      all.flatMap((one) => one.unparsed),
      ({ reason }) => reason,
    ),
  ];
  const rows = [
    { source, day, reason: '', lines, shape: '' },
    ...unparsed.map(([reason, some]) => ({
      ...{ source, day, reason, shape: some[0]?.shape ?? '' },
      lines: some.reduce((sum, one) => sum + one.lines, 0),
    })),
  ];
  await sqlOf<Tables>(tx)
    .insertInto('slo_source_lines')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['source', 'day', 'reason']).doUpdateSet({
        lines: sql`slo_source_lines.lines + excluded.lines`,
        shape: sql`excluded.shape`,
      }),
    )
    .execute();
}

/** Lines of a source that were read since a UTC day; null when it reads none. */
export async function linesSince(tx: Tx, source: string, day: number): Promise<LinesRead | null> {
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('slo_source_lines')
    .select(['reason', 'lines', 'shape'])
    .where('source', '=', source)
    .where('day', '>=', day)
    .orderBy('day', 'desc')
    .orderBy('reason')
    .execute();
  if (rows.length === 0) return null;
  const count = (some: readonly { readonly lines: number }[]) =>
    some.reduce((sum, each) => sum + Number(each.lines), 0);
  const reasons = Map.groupBy(rows, ({ reason }) => reason);
  return {
    lines: count(reasons.get('') ?? []),
    unparsed: [...reasons]
      .filter(([reason]) => reason !== '')
      .map(([reason, some]) => ({ reason, lines: count(some), shape: some[0]?.shape ?? '' }))
      .toSorted((a, b) => b.lines - a.lines),
  };
}

/** Forgets what was read before a UTC day. */
export async function forgetLinesBefore(tx: Tx, day: number): Promise<void> {
  await sqlOf<Tables>(tx).deleteFrom('slo_source_lines').where('day', '<', day).execute();
}
