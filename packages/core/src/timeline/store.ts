import { type EntryDraft, sqlOf, type Tx } from '../platform/context.ts';
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
