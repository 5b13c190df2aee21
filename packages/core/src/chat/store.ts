import { type ColumnType, sql } from 'kysely';
import { addSeconds } from '../platform/clock.ts';
import { type House, sqlOf, type Tx, transact } from '../platform/context.ts';
import { systemPrincipal } from '../platform/system-principal.ts';

type Json<T> = ColumnType<T, string, string>;

interface Tables {
  chat_inbox: {
    key: string;
    payload: Json<Record<string, unknown>>;
    received_at: Date;
    next_attempt_at: Date | null;
    claimed_until: Date | null;
    attempts: number;
  };
  chat_cards: { subject: string; channel: string; message: string; shown_revision: number };
}

/** Something that came in from chat and was acknowledged; it is worked on after that. */
export interface ChatEvent {
  /** Our own key: the same event delivered twice has the same. */
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
}

const claimSeconds = 30;

function asSystem<T>(house: House, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(house, systemPrincipal(house.clock.now()), work);
}

/** Keeps an event before it is acknowledged. Answers whether it is new: a repeat is not kept again. */
export async function keepChatEvent(
  house: House,
  key: string,
  payload: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const kept = await asSystem(house, (tx) =>
    sqlOf<Tables>(tx)
      .insertInto('chat_inbox')
      .values({
        key,
        payload: JSON.stringify(payload),
        received_at: tx.now,
        next_attempt_at: tx.now,
        claimed_until: null,
        attempts: 0,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst(),
  );
  return kept.numInsertedOrUpdatedRows === 1n;
}

/** Claims events that are due, oldest first; one whose worker dies is due again by itself. */
export async function claimChatEvents(house: House, limit: number): Promise<ChatEvent[]> {
  return asSystem(house, async (tx) => {
    const due = sqlOf<Tables>(tx)
      .selectFrom('chat_inbox')
      .select('key')
      .where('next_attempt_at', '<=', tx.now)
      .orderBy('received_at')
      .limit(limit)
      .forUpdate()
      .skipLocked();
    return sqlOf<Tables>(tx)
      .updateTable('chat_inbox')
      .set({ next_attempt_at: addSeconds(tx.now, claimSeconds), attempts: sql`attempts + 1` })
      .where('key', 'in', due)
      .returning(['key', 'payload', 'attempts'])
      .execute();
  });
}

/** The event was worked on; its key stays for a day to stop repeats. */
export async function finishChatEvent(house: House, key: string): Promise<void> {
  await asSystem(house, (tx) =>
    sqlOf<Tables>(tx)
      .updateTable('chat_inbox')
      .set({ next_attempt_at: null, payload: '{}' })
      .where('key', '=', key)
      .execute(),
  );
}

/** Where a lease's card is shown. */
export interface CardPlace {
  readonly channel: string;
  /** The message's id in its channel (Slack's `ts`). */
  readonly message: string;
  readonly shownRevision: number;
}

export async function findCard(house: House, subject: string): Promise<CardPlace | null> {
  const row = await asSystem(house, (tx) =>
    sqlOf<Tables>(tx)
      .selectFrom('chat_cards')
      .selectAll()
      .where('subject', '=', subject)
      .executeTakeFirst(),
  );
  if (row === undefined) return null;
  return { channel: row.channel, message: row.message, shownRevision: row.shown_revision };
}

/** Remembers where a card is and which revision it shows; an older revision never replaces a newer one. */
export async function placeCard(house: House, subject: string, place: CardPlace): Promise<void> {
  const { channel, message, shownRevision } = place;
  const values = { channel, message, shown_revision: shownRevision };
  await asSystem(house, (tx) =>
    sqlOf<Tables>(tx)
      .insertInto('chat_cards')
      .values({ subject, ...values })
      .onConflict((conflict) =>
        conflict
          .column('subject')
          .doUpdateSet(values)
          .where('chat_cards.shown_revision', '<=', shownRevision),
      )
      .execute(),
  );
}

/** Forgets events that were worked on more than a day ago. */
export async function forgetOldChatEvents(tx: Tx): Promise<void> {
  await sqlOf<Tables>(tx)
    .deleteFrom('chat_inbox')
    .where('next_attempt_at', 'is', null)
    .where('received_at', '<', addSeconds(tx.now, -24 * 3600))
    .execute();
}
