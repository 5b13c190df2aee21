import { type ColumnType, type Kysely, sql } from 'kysely';
import { addSeconds } from '../platform/clock.ts';
import { type House, sqlOf, type Tx } from '../platform/context.ts';
import { gather } from '../platform/gather.ts';

type Json<T> = ColumnType<T, string, string>;

interface Tables {
  chat_inbox: {
    key: string;
    payload: Json<Record<string, unknown>>;
    received_at: Date;
    next_attempt_at: Date | null;
    attempts: number;
  };
  chat_cards: {
    subject: string;
    channel: string;
    message: string;
    shown_revision: number;
    placed_at: Date;
  };
}

/** Something that came in from chat and was acknowledged; it is worked on after that. */
export interface ChatEvent {
  /** Our own key: the same event delivered twice has the same. */
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

type Arrival = Pick<ChatEvent, 'key' | 'payload'>;

/** Keeps an event before it is acknowledged. Answers whether it is new: a repeat is not kept again. */
export type KeepChatEvent = (event: Arrival) => Promise<boolean>;

const claimSeconds = 30;
const mostAtOnce = 100;

/** Each of these is one statement: in a transaction it would hold PGlite's only connection for three. */
function statements({ database }: House): Kysely<Tables> {
  return database.kysely;
}

/** Keeps events, those that come at once in one statement, ahead of whatever waits for the database. */
export function createChatKeeper(house: House): KeepChatEvent {
  return gather((batch: readonly Arrival[]) => keepAll(house, batch), mostAtOnce);
}

async function keepAll(
  { database, clock }: House,
  batch: readonly Arrival[],
): Promise<readonly boolean[]> {
  const now = clock.now();
  const ahead: Kysely<Tables> = database.ahead;
  const kept = await ahead
    .insertInto('chat_inbox')
    .values(
      batch.map(({ key, payload }) => ({
        key,
        payload: JSON.stringify(payload),
        received_at: now,
        next_attempt_at: now,
        attempts: 0,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .execute();
  const fresh = new Set(kept.map(({ key }) => key));
  // Twice in one batch: the first one is new.
  return batch.map(({ key }) => fresh.delete(key));
}

/** Claims events that are due, oldest first; one whose worker dies is due again by itself. */
export async function claimChatEvents(house: House, limit: number): Promise<ChatEvent[]> {
  const now = house.clock.now();
  const due = statements(house)
    .selectFrom('chat_inbox')
    .select('key')
    .where('next_attempt_at', '<=', now)
    .orderBy('received_at')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  return statements(house)
    .updateTable('chat_inbox')
    .set({ next_attempt_at: addSeconds(now, claimSeconds), attempts: sql`attempts + 1` })
    .where('key', 'in', due)
    .returning(['key', 'payload', 'attempts'])
    .execute();
}

/** Makes events due that a dead process was working on, and those that wait for another try. */
export async function releaseChatEvents(tx: Tx): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('chat_inbox')
    .set({ next_attempt_at: tx.now })
    .where('next_attempt_at', '>', tx.now)
    .execute();
}

/** The event was worked on; its key stays for a day to stop repeats. */
export async function finishChatEvent(house: House, key: string): Promise<void> {
  await statements(house)
    .updateTable('chat_inbox')
    .set({ next_attempt_at: null, payload: '{}' })
    .where('key', '=', key)
    .execute();
}

/** Where a lease's card is shown. */
export interface CardPlace {
  readonly channel: string;
  /** The message's id in its channel (Slack's `ts`). */
  readonly message: string;
  readonly shownRevision: number;
}

export async function findCard(house: House, subject: string): Promise<CardPlace | null> {
  const row = await statements(house)
    .selectFrom('chat_cards')
    .selectAll()
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { channel: row.channel, message: row.message, shownRevision: row.shown_revision };
}

/** Remembers where a card is and which revision it shows; an older revision never replaces a newer one. */
export async function placeCard(house: House, subject: string, place: CardPlace): Promise<void> {
  const { channel, message, shownRevision } = place;
  const values = {
    ...{ channel, message, shown_revision: shownRevision },
    placed_at: house.clock.now(),
  };
  await statements(house)
    .insertInto('chat_cards')
    .values({ subject, ...values })
    .onConflict((conflict) =>
      conflict
        .column('subject')
        .doUpdateSet(values)
        .where('chat_cards.shown_revision', '<=', shownRevision),
    )
    .execute();
}

/** Forgets events that were worked on more than a day ago. */
export async function forgetOldChatEvents(tx: Tx): Promise<void> {
  await sqlOf<Tables>(tx)
    .deleteFrom('chat_inbox')
    .where('next_attempt_at', 'is', null)
    .where('received_at', '<', addSeconds(tx.now, -24 * 3600))
    .execute();
}

/**
 * Forgets where messages are that nobody changed for thirty days: the orders that could repeat
 * them are long gone. A card of a lease that lives longer is posted again, which is better than
 * none: Slack lets nobody edit so old a message in every workspace.
 */
export async function forgetOldCards(tx: Tx): Promise<void> {
  await sqlOf<Tables>(tx)
    .deleteFrom('chat_cards')
    .where('placed_at', '<', addSeconds(tx.now, -30 * 24 * 3600))
    .execute();
}
