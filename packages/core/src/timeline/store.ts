import type { Entry, Principal } from '@sekisho/contract';
import type { Kysely } from 'kysely';
import type { EntryDraft, Tx } from '../platform/context.ts';
import { sqlOf } from '../platform/context.ts';
import { bodyText, commitment, type EntryBody, entryHash, genesis, mainChain } from './chain.ts';

export interface EntryRow {
  chain: string;
  number: number;
  at: Date;
  actor: string;
  action: string;
  outcome: string;
  subject: string | null;
  environment: string | null;
  service: string | null;
  lease: string | null;
  body: string;
  previous: string;
  hash: string;
}

export interface TextRow {
  chain: string;
  number: number;
  name: string;
  salt: string;
  text: string | null;
}

export interface TimelineTables {
  entries: EntryRow;
  entry_texts: TextRow;
  timeline_heads: { chain: string; number: number; hash: string };
}

export interface Head {
  readonly number: number;
  readonly hash: string;
}

/** Appends drafts in order under the head's lock; called last in a transaction, so the lock is short. */
export async function append(tx: Tx, drafts: readonly EntryDraft[]): Promise<void> {
  let head = await lockHead(tx);
  const entries: EntryRow[] = [];
  const texts: TextRow[] = [];
  for (const draft of drafts) {
    const number = head.number + 1;
    const own = draftTexts(tx, number, draft);
    const row = seal(tx, head, draft, own);
    entries.push(row);
    texts.push(...own);
    head = { number, hash: row.hash };
  }
  const sql = sqlOf<TimelineTables>(tx);
  await sql.insertInto('entries').values(entries).execute();
  if (texts.length > 0) await sql.insertInto('entry_texts').values(texts).execute();
  await sql.updateTable('timeline_heads').set(head).where('chain', '=', mainChain).execute();
}

async function lockHead(tx: Tx): Promise<Head> {
  const sql = sqlOf<TimelineTables>(tx);
  const select = () =>
    sql
      .selectFrom('timeline_heads')
      .select(['number', 'hash'])
      .where('chain', '=', mainChain)
      .forUpdate()
      .executeTakeFirst();
  const head = await select();
  if (head) return head;
  await sql
    .insertInto('timeline_heads')
    .values({ chain: mainChain, number: 0, hash: genesis })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await select()) ?? { number: 0, hash: genesis };
}

function draftTexts(tx: Tx, number: number, draft: EntryDraft): TextRow[] {
  return Object.entries(draft.texts ?? {}).map(([name, text]) => ({
    chain: mainChain,
    number,
    name,
    salt: Buffer.from(tx.ids.bytes(16)).toString('hex'),
    text,
  }));
}

function seal(tx: Tx, head: Head, draft: EntryDraft, texts: readonly TextRow[]): EntryRow {
  const body: EntryBody = {
    chain: mainChain,
    number: head.number + 1,
    at: tx.now.toISOString(),
    actor: tx.principal,
    action: draft.action,
    outcome: draft.outcome ?? 'done',
    subject: draft.subject ?? null,
    environment: draft.environment ?? null,
    service: draft.service ?? null,
    lease: draft.lease ?? null,
    data: draft.data ?? {},
    texts: Object.fromEntries(
      texts.map(({ name, salt, text }) => [name, commitment(salt, text ?? '')]),
    ),
    config: tx.config.hash,
  };
  const text = bodyText(body);
  const { chain, number, action, outcome, subject, environment, service, lease } = body;
  const columns = { chain, number, action, outcome, subject, environment, service, lease };
  const hash = entryHash(head.hash, text);
  return { ...columns, at: tx.now, actor: body.actor.id, body: text, previous: head.hash, hash };
}

export interface EntryFilter {
  readonly actor?: string | undefined;
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  readonly lease?: string | undefined;
  readonly since?: Date | undefined;
  readonly until?: Date | undefined;
  readonly before?: number | undefined;
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
  const rows = await query.orderBy('number', 'desc').limit(filter.limit).execute();
  return withTexts(sql, rows);
}

/** Entries after `number`, oldest first, for those who follow the timeline. */
export async function entriesAfter(
  kysely: Kysely<TimelineTables>,
  number: number,
  limit: number,
): Promise<EntryRow[]> {
  return kysely
    .selectFrom('entries')
    .selectAll()
    .where('chain', '=', mainChain)
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute();
}

/** Stored texts of a run of entries, by entry number. */
export async function textsBetween(
  kysely: Kysely<TimelineTables>,
  from: number,
  to: number,
): Promise<TextRow[]> {
  return kysely
    .selectFrom('entry_texts')
    .selectAll()
    .where('chain', '=', mainChain)
    .where('number', '>=', from)
    .where('number', '<=', to)
    .execute();
}

/** The chain's head row, or null when nothing was ever recorded. */
export async function readHead(kysely: Kysely<TimelineTables>): Promise<Head | null> {
  const head = await kysely
    .selectFrom('timeline_heads')
    .select(['number', 'hash'])
    .where('chain', '=', mainChain)
    .executeTakeFirst();
  return head ?? null;
}

/** When the newest entry was written, or null on an empty chain. */
export async function newestEntryAt(kysely: Kysely<TimelineTables>): Promise<Date | null> {
  const row = await kysely
    .selectFrom('entries')
    .select('at')
    .where('chain', '=', mainChain)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

async function withTexts(kysely: Kysely<TimelineTables>, rows: EntryRow[]): Promise<Entry[]> {
  if (rows.length === 0) return [];
  const numbers = rows.map((row) => row.number);
  const texts = await kysely
    .selectFrom('entry_texts')
    .selectAll()
    .where('chain', '=', mainChain)
    .where('number', 'in', numbers)
    .execute();
  const byNumber = Map.groupBy(texts, (text) => text.number);
  return rows.map((row) => toEntry(row, byNumber.get(row.number) ?? []));
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
