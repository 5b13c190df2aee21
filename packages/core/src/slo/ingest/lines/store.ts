import { type Minute, minutesPerDay, type Span } from '@sekisho/objectives/minutes';
import { sql } from 'kysely';
import { sqlOf, type Tx } from '../../../platform/context.ts';

interface KeysRow {
  source: string;
  minute: number;
  /** How many parts the minute had before. */
  part: number;
  /** Eight bytes for each event. */
  keys: Uint8Array;
}

interface Tables {
  slo_log_events: KeysRow;
}

const keyBytes = 8;

/** What is known of a minute. */
interface KnownMinute {
  readonly parts: number;
  readonly keys: ReadonlySet<string>;
}

/** The minutes of a span in which events of a source are known. */
export async function knownMinutes(
  tx: Tx,
  source: string,
  { from, to }: Span,
): Promise<ReadonlySet<Minute>> {
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('slo_log_events')
    .select('minute')
    .distinct()
    .where('source', '=', source)
    .where('minute', '>=', from)
    .where('minute', '<', to)
    .execute();
  return new Set(rows.map(({ minute }) => minute));
}

/** The events of a source that are known in some minutes of their own time. */
export async function knownEvents(
  tx: Tx,
  source: string,
  minutes: readonly Minute[],
): Promise<ReadonlyMap<Minute, KnownMinute>> {
  const rows = await sqlOf<Tables>(tx)
    .selectFrom('slo_log_events')
    .select(['minute', 'keys'])
    .where('source', '=', source)
    .where(sql<boolean>`minute = any(${[...minutes]}::bigint[])`)
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ minute }) => minute)].map(([minute, parts]) => [
      minute,
      { parts: parts.length, keys: new Set(parts.flatMap(({ keys }) => keysIn(keys))) },
    ]),
  );
}

function keysIn(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  return Array.from({ length: text.length / keyBytes }, (_, at) =>
    text.slice(at * keyBytes, (at + 1) * keyBytes),
  );
}

/** Remembers events, as one more part of their minute. */
export async function rememberEvents(
  tx: Tx,
  at: { readonly source: string; readonly minute: Minute; readonly part: number },
  keys: readonly string[],
): Promise<void> {
  await sqlOf<Tables>(tx)
    .insertInto('slo_log_events')
    .values({ ...at, keys: Buffer.from(keys.join(''), 'latin1') })
    .execute();
}

/** Days after which an event can come again no more: it would be counted anew. */
export const rememberedDays = 3;

/** Forgets events that could not be counted any more if they came. @param now minutes since 1970 */
export async function forgetEvents(tx: Tx, now: Minute): Promise<void> {
  await sqlOf<Tables>(tx)
    .deleteFrom('slo_log_events')
    .where('minute', '<', now - rememberedDays * minutesPerDay)
    .execute();
}
