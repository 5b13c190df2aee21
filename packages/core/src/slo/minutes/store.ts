import {
  type DayBlock,
  decodeDay,
  type Minute,
  minuteOf,
  type StoredDay,
} from '@sekisho/objectives/minutes';
import { sql } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';
import { comesByItself } from './comes-by-itself.ts';

export interface ContributionRow {
  series: string;
  segment: string;
  day: number;
  source: string;
  extent: number;
  covers: string;
  minutes: Uint8Array;
}

export interface DayRow {
  series: string;
  day: number;
  version: number;
  changed_at: Date;
  edges: string;
  block: Uint8Array;
}

interface Tables {
  slo_contributions: ContributionRow;
  slo_days: DayRow;
  slo_sources: { source: string; covered_to: Minute | null };
}

/** A day of one series as it stands now. */
export interface ChangedDay extends StoredDay {
  readonly series: string;
  /** Rises with each change of this day. */
  readonly version: number;
}

/** UTC days, from one to before another. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** The folded days of a series, in order; those of which nothing is known are left out. */
export async function daysOf(tx: Tx, series: string, days: Days): Promise<DayBlock[]> {
  return (await storedDaysOf(tx, series, days)).map(({ bytes }) => decodeDay(bytes));
}

/** The same as they are stored. */
export async function storedDaysOf(tx: Tx, series: string, days: Days): Promise<StoredDay[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_days')
    .select(['day', 'block as bytes'])
    .where('series', '=', series)
    .where('day', '>=', days.from)
    .where('day', '<', days.to)
    .orderBy('day')
    .execute();
}

/**
 * Days of some series that changed at `since` or later. A change shows when its transaction ends, which
 * is after the time that it bears: whoever follows changes asks again for a minute or so before.
 */
export async function changedDays(
  tx: Tx,
  series: readonly string[],
  since: Date,
): Promise<ChangedDay[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_days')
    .select(['series', 'day', 'version', 'block as bytes'])
    .where(sql<boolean>`series = any(${[...series]}::text[])`)
    .where('changed_at', '>=', since)
    .orderBy('changed_at')
    .orderBy('series')
    .orderBy('day')
    .execute();
}

/**
 * The watermark of a source: the minutes before it are as complete as its declared lateness promises.
 * It never passes what has been looked at, so that a source which cannot be read stays behind.
 * Null when the source is unknown, or was never looked through.
 */
export async function throughOf(tx: Tx, source: string): Promise<Minute | null> {
  const config = tx.config.sources[source];
  if (config === undefined) return null;
  const now = minuteOf(tx.now.getTime());
  if (comesByItself(config)) return now - config.latenessMinutes;
  const row = await sqlOf<Tables>(tx)
    .selectFrom('slo_sources')
    .select('covered_to')
    .where('source', '=', source)
    .executeTakeFirst();
  const covered = row?.covered_to ?? null;
  return covered === null ? null : Math.min(now, covered) - config.latenessMinutes;
}

export async function findDay(tx: Tx, series: string, day: number): Promise<DayRow | undefined> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_days')
    .selectAll()
    .where('series', '=', series)
    .where('day', '=', day)
    .executeTakeFirst();
}

export async function writeDay(tx: Tx, row: DayRow): Promise<void> {
  const { version, changed_at, edges, block } = row;
  await sqlOf<Tables>(tx)
    .insertInto('slo_days')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['series', 'day']).doUpdateSet({ version, changed_at, edges, block }),
    )
    .execute();
}

/** What some segments have given to one day of a series. */
export async function findContributions(
  tx: Tx,
  series: string,
  day: number,
  segments: readonly string[],
): Promise<ContributionRow[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_contributions')
    .selectAll()
    .where('series', '=', series)
    .where('day', '=', day)
    .where(sql<boolean>`segment = any(${[...segments]}::text[])`)
    .execute();
}

export async function writeContribution(tx: Tx, row: ContributionRow): Promise<void> {
  const { source, extent, covers, minutes } = row;
  await sqlOf<Tables>(tx)
    .insertInto('slo_contributions')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['series', 'segment', 'day'])
        .doUpdateSet({ source, extent, covers, minutes }),
    )
    .execute();
}

/** The series and days that a segment has given to. */
export async function daysOfSegment(
  tx: Tx,
  source: string,
  segment: string,
): Promise<Pick<ContributionRow, 'series' | 'day'>[]> {
  return sqlOf<Tables>(tx)
    .selectFrom('slo_contributions')
    .select(['series', 'day'])
    .where('source', '=', source)
    .where('segment', '=', segment)
    .orderBy('series')
    .orderBy('day')
    .execute();
}

export async function deleteContribution(
  tx: Tx,
  { series, segment, day }: Pick<ContributionRow, 'series' | 'segment' | 'day'>,
): Promise<void> {
  await sqlOf<Tables>(tx)
    .deleteFrom('slo_contributions')
    .where('series', '=', series)
    .where('segment', '=', segment)
    .where('day', '=', day)
    .execute();
}

/** Forgets the minutes of every series before a UTC day. */
export async function forgetMinutesBefore(tx: Tx, day: number): Promise<void> {
  const tables = sqlOf<Tables>(tx);
  await tables.deleteFrom('slo_contributions').where('day', '<', day).execute();
  await tables.deleteFrom('slo_days').where('day', '<', day).execute();
}
