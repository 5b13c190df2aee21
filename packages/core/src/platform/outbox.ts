import { type Kysely, sql } from 'kysely';
import { addSeconds } from './clock.ts';
import { type House, sqlOf, type Tx } from './context.ts';

interface Tables {
  outbox: {
    id: number;
    topic: string;
    payload: Record<string, unknown>;
    dedupe: string | null;
    next_attempt_at: Date | null;
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

/** Orders that act in the cloud. They have a pass of their own: no page waits for a slow cloud. */
export const cloudTopic = 'cloud';

/** Orders that draw and upload a picture: no page waits for one, and none is lost with one. */
export const pictureTopic = 'picture';

/** Orders that tell GitHub something, at the pace that it bears: no page waits for that either. */
export const githubTopic = 'github';

/** Which orders a pass takes: those that tell somebody in words, or those of a topic that has its own. */
type Lane = 'news' | 'cloud' | 'picture' | 'github';

const ownPasses: readonly string[] = [cloudTopic, pictureTopic, githubTopic];

const claimSeconds = 60;
const keptSeconds = 24 * 3600;
const longestWaitSeconds = 300;
const staleNewsSeconds = 24 * 3600;
const width = 8;

/**
 * Carries out orders that are due, pages first, then the oldest; each runs outside any
 * transaction. A failing one is tried again with growing waits, as long as there is a point in it. Answers how many were claimed.
 */
export async function carryOutOrders(
  house: House,
  carryOut: CarryOut,
  { limit = 100, lane = 'news' }: { readonly limit?: number; readonly lane?: Lane } = {},
): Promise<number> {
  const orders = await claim(house, limit, lane);
  const queue = [...orders];
  const take = async () => {
    for (let order = queue.shift(); order; order = queue.shift())
      await attempt(house, carryOut, order);
  };
  await Promise.all(Array.from({ length: width }, take));
  return orders.length;
}

type ClaimedOrder = Order & { readonly fence: number };

/** Each of these is one statement: in a transaction it would hold PGlite's only connection for three. */
function statements({ database }: House): Kysely<Tables> {
  return database.kysely;
}

async function claim(house: House, limit: number, lane: Lane): Promise<ClaimedOrder[]> {
  const now = house.clock.now();
  const due = statements(house)
    .selectFrom('outbox')
    .select('id')
    .where('next_attempt_at', '<=', now)
    .where('topic', lane === 'news' ? 'not in' : 'in', lane === 'news' ? ownPasses : [lane])
    .orderBy(sql`topic not in ('page', 'slo')`)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  const rows = await statements(house)
    .updateTable('outbox')
    .set({ next_attempt_at: addSeconds(now, claimSeconds), fence: sql`fence + 1` })
    .where('id', 'in', due)
    .returning(['id', 'topic', 'payload', 'attempts', 'fence'])
    .execute();
  return rows.toSorted((a, b) => rank(a) - rank(b) || a.id - b.id);
}

/** Whoever is on call waits for nobody's card. */
function rank({ topic }: Order): number {
  return topic === 'page' || topic === 'slo' ? 0 : 1;
}

async function attempt(house: House, carryOut: CarryOut, order: ClaimedOrder): Promise<void> {
  const failure = await carryOut(order).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const now = house.clock.now();
  const wait = Math.min(2 ** order.attempts, longestWaitSeconds);
  const outcome =
    failure === null
      ? { next_attempt_at: null, last_error: null }
      : { next_attempt_at: unlessPointless(now, wait), last_error: failure.slice(0, 500) };
  await statements(house)
    .updateTable('outbox')
    .set({ ...outcome, attempts: order.attempts + 1 })
    .where('id', '=', order.id)
    .where('fence', '=', order.fence)
    .execute();
}

/**
 * When to try again: never for a card when a newer order draws the same one, nor for news of
 * yesterday. What nobody can take in must not pile up; a page is tried for ever.
 */
function unlessPointless(now: Date, waitSeconds: number) {
  return sql<Date | null>`case
    when topic in ('tell', 'announce', 'picture') and created_at < ${addSeconds(now, -staleNewsSeconds)}::timestamptz then null
    when topic = 'card' and exists (
      select 1 from outbox as newer
      where newer.topic = 'card' and newer.next_attempt_at is not null
        and newer.payload ->> 'lease' = outbox.payload ->> 'lease' and newer.id > outbox.id
    ) then null
    else ${addSeconds(now, waitSeconds)}::timestamptz
  end`;
}

/** Makes orders due that a dead process was carrying out, and those that wait for another try. */
export async function releaseOrders(tx: Tx): Promise<void> {
  await sqlOf<Tables>(tx)
    .updateTable('outbox')
    .set({ next_attempt_at: tx.now, fence: sql`fence + 1` })
    .where('next_attempt_at', '>', tx.now)
    .execute();
}

/** Orders that nobody could carry out yet, the oldest first to tell of. */
export interface LateOrders {
  readonly count: number;
  readonly oldest: Date;
  readonly topic: string;
  readonly error: string | null;
}

/** What of some topics, or of all others, was ordered before `since` and still waits; null when nothing does. */
export async function readLateOrders(
  tx: Tx,
  since: Date,
  { topics, others }: { readonly topics: readonly string[]; readonly others?: true },
): Promise<LateOrders | null> {
  const waiting = sqlOf<Tables>(tx)
    .selectFrom('outbox')
    .where('next_attempt_at', 'is not', null)
    .where('created_at', '<', since)
    .where('topic', others === true ? 'not in' : 'in', [...topics]);
  const oldest = await waiting
    .select(['topic', 'created_at', 'last_error'])
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (oldest === undefined) return null;
  const { count } = await waiting
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow();
  const { created_at, topic, last_error: error } = oldest;
  return { count, oldest: created_at, topic, error };
}

/** Forgets orders that were carried out more than a day ago; until then their keys stop repeats. */
export async function forgetOldOrders(tx: Tx): Promise<void> {
  await sqlOf<Tables>(tx)
    .deleteFrom('outbox')
    .where('next_attempt_at', 'is', null)
    .where('created_at', '<', addSeconds(tx.now, -keptSeconds))
    .execute();
}
