import { addSeconds } from '../../../platform/clock.ts';
import { sqlOf, type Tx } from '../../../platform/context.ts';

export interface SourceRow {
  source: string;
  /** The minute at which it was last looked through to the end. */
  covered_to: number | null;
  /** The oldest UTC day whose folder was listed. */
  listed_from: number | null;
  /** The minute at which everything had last been listed. */
  listed_to: number | null;
  error: string | null;
  error_code: string | null;
  error_at: Date | null;
  failures: number;
  next_attempt_at: Date | null;
  succeeded_at: Date | null;
}

interface Tables {
  slo_sources: SourceRow;
}

const unknown = {
  ...{
    covered_to: null,
    listed_from: null,
    listed_to: null,
    error: null,
    error_code: null,
    error_at: null,
  },
  ...{ failures: 0, next_attempt_at: null, succeeded_at: null },
};

/** What is remembered of a source; of one that was never read, nothing. */
export async function sourceRow(tx: Tx, source: string): Promise<SourceRow> {
  const row = await sqlOf<Tables>(tx)
    .selectFrom('slo_sources')
    .selectAll()
    .where('source', '=', source)
    .executeTakeFirst();
  return row ?? { source, ...unknown };
}

/** Remembers more of a source. */
export async function writeSource(
  tx: Tx,
  source: string,
  more: Partial<Omit<SourceRow, 'source'>>,
): Promise<void> {
  await sqlOf<Tables>(tx)
    .insertInto('slo_sources')
    .values({ source, ...unknown, ...more })
    .onConflict((conflict) => conflict.column('source').doUpdateSet({ source, ...more }))
    .execute();
}

/** A pass over a source ended well. */
export async function noteSuccess(tx: Tx, source: string): Promise<void> {
  await writeSource(tx, source, { failures: 0, next_attempt_at: null, succeeded_at: tx.now });
}

const firstPauseSeconds = 60;
const longestPauseSeconds = 3600;

/** Seconds to leave something alone after so many failures: twice as long each time, up to an hour. */
export function pauseSeconds(failures: number): number {
  return Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** Math.max(0, failures - 1));
}

/**
 * A source could not be read: it is left alone for a while.
 * @param leastSeconds what the source asked for itself
 */
export async function noteFailure(
  tx: Tx,
  source: string,
  { code, message, leastSeconds }: { code: string; message: string; leastSeconds: number },
): Promise<void> {
  const { failures } = await sourceRow(tx, source);
  const seconds = Math.max(leastSeconds, pauseSeconds(failures + 1));
  await writeSource(tx, source, {
    ...{ error: message.slice(0, 500), error_code: code, error_at: tx.now },
    ...{ failures: failures + 1, next_attempt_at: addSeconds(tx.now, seconds) },
  });
}
