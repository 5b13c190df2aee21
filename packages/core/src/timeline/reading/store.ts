import type { Entry, Principal } from '@sekisho/contract';
import type { Kysely } from 'kysely';
import { sqlOf, type Tx } from '../../platform/context.ts';
import type { Database } from '../../platform/database/database.ts';
import { genesis, mainChain } from '../chain.ts';
import type { EntryRow, Head, TextRow, TimelineTables } from '../store.ts';

export type { EntryRow, TextRow };

export interface EntryFilter {
  readonly actor?: string | undefined;
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  readonly lease?: string | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  readonly before?: number | undefined;
  /** Leaves out what was refused, and these actions. */
  readonly except?: readonly string[] | undefined;
  readonly limit: number;
}

/** Entries that match, newest first. */
export async function listEntries(tx: Tx, filter: EntryFilter): Promise<Entry[]> {
  const sql = sqlOf<TimelineTables>(tx);
  let query = sql.selectFrom('entries').selectAll().where('chain', '=', mainChain);
  if (filter.actor) query = query.where('actor', '=', filter.actor);
  if (filter.service) query = query.where('service', '=', filter.service);
  if (filter.environment) query = query.where('environment', '=', filter.environment);
  if (filter.lease) query = query.where('lease', '=', filter.lease);
  if (filter.since) query = query.where('at', '>=', filter.since);
  if (filter.until) query = query.where('at', '<', filter.until);
  if (filter.before) query = query.where('number', '<', filter.before);
  if (filter.except)
    query = query.where('outcome', '<>', 'refused').where('action', 'not in', [...filter.except]);
  const rows = await query.orderBy('number', 'desc').limit(filter.limit).execute();
  return withTexts(sql, rows);
}

export type ActionFilter = Pick<EntryFilter, 'since' | 'until' | 'before' | 'limit'> & {
  readonly actions: readonly string[];
  /** Ids of the principals who did it; anybody without it. */
  readonly actors?: readonly string[];
};

/** What was done of some actions, newest first; refusals are left out. */
export async function entriesOfActions(tx: Tx, filter: ActionFilter): Promise<Entry[]> {
  const sql = sqlOf<TimelineTables>(tx);
  let query = sql
    .selectFrom('entries')
    .selectAll()
    .where('chain', '=', mainChain)
    .where('outcome', '=', 'done')
    .where('action', 'in', [...filter.actions]);
  if (filter.actors) query = query.where('actor', 'in', [...filter.actors]);
  if (filter.since) query = query.where('at', '>=', filter.since);
  if (filter.until) query = query.where('at', '<', filter.until);
  if (filter.before) query = query.where('number', '<', filter.before);
  const rows = await query.orderBy('number', 'desc').limit(filter.limit).execute();
  return withTexts(sql, rows);
}

/** Entries after `number`, oldest first, for those who follow the timeline. */
export async function entriesAfter(
  { kysely }: Database,
  number: number,
  limit: number,
): Promise<EntryRow[]> {
  return entriesFrom(kysely, number, limit);
}

/** The same, inside a transaction. */
export async function entriesAfterIn(tx: Tx, number: number, limit: number): Promise<EntryRow[]> {
  return entriesFrom(sqlOf<TimelineTables>(tx), number, limit);
}

function entriesFrom(kysely: Kysely<TimelineTables>, number: number, limit: number) {
  return kysely
    .selectFrom('entries')
    .selectAll()
    .where('chain', '=', mainChain)
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute();
}

/** The chain's head row, or null when nothing was ever recorded. */
export async function readHead(tx: Tx): Promise<Head | null> {
  return headOf(sqlOf<TimelineTables>(tx));
}

/** Number of the newest entry; 0 on an empty chain. */
export async function headNumber({ kysely }: Database): Promise<number> {
  return (await headOf(kysely))?.number ?? 0;
}

async function headOf(kysely: Kysely<TimelineTables>): Promise<Head | null> {
  const head = await kysely
    .selectFrom('timeline_heads')
    .select(['number', 'hash'])
    .where('chain', '=', mainChain)
    .executeTakeFirst();
  return head ?? null;
}

/** The hash of an entry, of which number 0 is what the first follows; null when there is none. */
export async function hashOfEntry(tx: Tx, number: number): Promise<string | null> {
  if (number === 0) return genesis;
  const row = await sqlOf<TimelineTables>(tx)
    .selectFrom('entries')
    .select('hash')
    .where('chain', '=', mainChain)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.hash ?? null;
}

/** When the newest entry was written, or null on an empty chain. */
export async function newestEntryAt(tx: Tx): Promise<Date | null> {
  const row = await sqlOf<TimelineTables>(tx)
    .selectFrom('entries')
    .select('at')
    .where('chain', '=', mainChain)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

const pageSize = 1000;

/**
 * Shows every entry with its texts, oldest first, and answers the head row. Page by page, without
 * holding a connection: entries are only ever appended, together with their head.
 */
export async function readWholeChain(
  database: Database,
  visit: (row: EntryRow, texts: readonly TextRow[]) => void,
): Promise<Head | null> {
  const kysely: Kysely<TimelineTables> = database.kysely;
  let last = 0;
  for (let head: Head | null = null; ; ) {
    const page = await entriesFrom(kysely, last, pageSize);
    const final = page.at(-1);
    if (final === undefined) {
      // Entries may have come after the head was read: only one that ends where these end is compared with them.
      if (head !== null && head.number === last) return head;
      const newer = await headOf(kysely);
      if (newer === null || newer.number === head?.number) return newer;
      head = newer;
      continue;
    }
    const texts = await textsOf(kysely, page);
    for (const row of page) visit(row, texts.get(row.number) ?? []);
    last = final.number;
  }
}

async function textsOf(
  kysely: Kysely<TimelineTables>,
  rows: readonly EntryRow[],
): Promise<ReadonlyMap<number, TextRow[]>> {
  const texts = await kysely
    .selectFrom('entry_texts')
    .selectAll()
    .where('chain', '=', mainChain)
    .where(
      'number',
      'in',
      rows.map((row) => row.number),
    )
    .execute();
  return Map.groupBy(texts, (text) => text.number);
}

async function withTexts(kysely: Kysely<TimelineTables>, rows: EntryRow[]): Promise<Entry[]> {
  if (rows.length === 0) return [];
  const texts = await textsOf(kysely, rows);
  return rows.map((row) => toEntry(row, texts.get(row.number) ?? []));
}

function toEntry(row: EntryRow, texts: readonly TextRow[]): Entry {
  const body = JSON.parse(row.body) as { actor: Principal; data: Record<string, unknown> };
  const kept = texts.flatMap(({ name, text }) => (text === null ? [] : [[name, text] as const]));
  return {
    number: row.number,
    at: row.at.toISOString(),
    actor: body.actor,
    action: row.action,
    outcome: row.outcome as Entry['outcome'],
    subject: row.subject,
    environment: row.environment,
    service: row.service,
    lease: row.lease,
    data: body.data,
    texts: Object.fromEntries(kept),
    hash: row.hash,
  };
}
