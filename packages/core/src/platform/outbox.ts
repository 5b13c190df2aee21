import { sql } from 'kysely';
import { addSeconds } from './clock.ts';
import { type House, sqlOf, type Tx, transact } from './context.ts';
import { systemPrincipal } from './system-principal.ts';

interface Tables {
  outbox: {
    id: number;
    topic: string;
    payload: Record<string, unknown>;
    dedupe: string | null;
    next_attempt_at: Date | null;
    claimed_until: Date | null;
    fence: number;
    attempts: number;
    last_error: string | null;
    created_at: Date;
  };
}

/** Something ordered by a committed transaction, to be done at least once. */
export interface Order {
  readonly id: number;
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Tries before this one. */
  readonly attempts: number;
}

/** Does one order. Throwing means: try again later. */
export type CarryOut = (order: Order) => Promise<void>;

const claimSeconds = 60;
const keptSeconds = 24 * 3600;
const longestWaitSeconds = 300;
const width = 8;

/**
 * Carries out orders that are due, oldest first; each runs outside any transaction. A failing one
 * is tried again with growing waits, for ever. Answers how many were claimed.
 */
export async function carryOutOrders(
  house: House,
  carryOut: CarryOut,
  limit = 100,
): Promise<number> {
  const orders = await claim(house, limit);
  const queue = [...orders];
  const take = async () => {
    for (let order = queue.shift(); order; order = queue.shift())
      await attempt(house, carryOut, order);
  };
  await Promise.all(Array.from({ length: width }, take));
  return orders.length;
}

function inOwnTransaction<T>(house: House, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(house, systemPrincipal(house.clock.now()), work);
}

type ClaimedOrder = Order & { readonly fence: number };

async function claim(house: House, limit: number): Promise<ClaimedOrder[]> {
  return inOwnTransaction(house, async (tx) => {
    const tables = sqlOf<Tables>(tx);
    const until = addSeconds(tx.now, claimSeconds);
    const due = tables
      .selectFrom('outbox')
      .select('id')
      .where('next_attempt_at', '<=', tx.now)
      .orderBy('id')
      .limit(limit)
      .forUpdate()
      .skipLocked();
    const rows = await tables
      .updateTable('outbox')
      .set({ next_attempt_at: until, fence: sql`fence + 1` })
      .where('id', 'in', due)
      .returning(['id', 'topic', 'payload', 'attempts', 'fence'])
      .execute();
    return rows.toSorted((a, b) => a.id - b.id);
  });
}

async function attempt(house: House, carryOut: CarryOut, order: ClaimedOrder): Promise<void> {
  const failure = await carryOut(order).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  await inOwnTransaction(house, async (tx) => {
    const wait = Math.min(2 ** order.attempts, longestWaitSeconds);
    const outcome =
      failure === null
        ? { next_attempt_at: null, last_error: null }
        : { next_attempt_at: addSeconds(tx.now, wait), last_error: failure.slice(0, 500) };
    await sqlOf<Tables>(tx)
      .updateTable('outbox')
      .set({ ...outcome, attempts: order.attempts + 1 })
      .where('id', '=', order.id)
      .where('fence', '=', order.fence)
      .execute();
  });
}

/** Forgets orders that were carried out more than a day ago; until then their keys stop repeats. */
export async function forgetOldOrders(tx: Tx): Promise<void> {
  await sqlOf<Tables>(tx)
    .deleteFrom('outbox')
    .where('next_attempt_at', 'is', null)
    .where('created_at', '<', addSeconds(tx.now, -keptSeconds))
    .execute();
}
