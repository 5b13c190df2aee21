import { AsyncLocalStorage } from 'node:async_hooks';
import type { Config } from '@sekisho/config';
import type { Language, Principal } from '@sekisho/contract';
import type { JobClaims } from '@sekisho/github-oidc';
import type { Transaction } from 'kysely';
import type { Clock } from './clock.ts';
import { tellCommit } from './commits.ts';
import type { AnyTables } from './database/any-tables.ts';
import type { Database } from './database/database.ts';
import type { Ids } from './ids.ts';

/** Who asks, and how the answer should be told. Made by a door, once per call. */
export interface Context {
  readonly principal: Principal;
  readonly language: Language;
  /** Finds this call in the log. */
  readonly requestId: string;
  readonly idempotencyKey?: string;
  /** Verbs that a bare token may call; null for callers that are not limited. */
  readonly scopes: readonly string[] | null;
  /** Id of the session that the caller is signed in by; absent for every other caller. */
  readonly session?: string;
  /** What a job's token says that a door has read and believed; absent for every other caller. */
  readonly job?: JobClaims;
}

/** What to write into the timeline. */
export interface EntryDraft {
  readonly action: string;
  readonly outcome?: 'done' | 'refused';
  readonly subject?: string | null;
  readonly environment?: string | null;
  readonly service?: string | null;
  readonly lease?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Free text by name: kept beside the chain, behind a salted commitment. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** Something to do after commit, at least once. `dedupe` makes a repeated order of the same thing one. */
export interface EffectOrder {
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly dedupe?: string;
}

/**
 * One open transaction, as verbs and the engine see it. The database behind it is reached
 * only by stores, through `sqlOf`.
 */
export interface Tx {
  readonly now: Date;
  readonly principal: Principal;
  readonly config: Config;
  readonly ids: Ids;
  record(draft: EntryDraft): void;
  order(effect: EffectOrder): void;
}

/** What every part of the house is given. */
export interface House {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The configuration in force; replaced when the file changes. */
  readonly config: () => Config;
  /** That configuration with the roster exactly as a transaction finds it; `config` itself without it. */
  readonly configIn?: (tx: Tx) => Promise<Config>;
  /** Awaited after every commit that moved somebody in or out of the roster in force. */
  readonly rosterMoved?: () => Promise<void>;
  /** Appends drafts to the chain, last in their transaction. */
  readonly append: AppendEntries;
  /** Called after every commit that recorded or ordered something. */
  readonly wake: () => void;
}

export type AppendEntries = (tx: Tx, drafts: readonly EntryDraft[]) => Promise<void>;

const transactions = new WeakMap<Tx, Transaction<AnyTables>>();
const databases = new WeakMap<Tx, Database>();
const movers = new WeakSet<Transaction<AnyTables>>();
const open = new AsyncLocalStorage<true>();

/** The SQL behind a transaction, typed to one domain's tables. For stores only (the linter sees to it). */
export function sqlOf<Tables>(tx: Tx): Transaction<Tables> {
  const transaction = transactions.get(tx);
  if (transaction === undefined) throw new Error('this transaction is over');
  return transaction as unknown as Transaction<Tables>;
}

/** The database that a transaction is in: what a process has read of it is kept by it. */
export function databaseOf(tx: Tx): Database {
  const database = databases.get(tx);
  if (database === undefined) throw new Error('this transaction is in no database');
  return database;
}

/** To be called by whatever puts somebody into the roster in force, or takes them out. */
export function movesRoster(tx: Tx): void {
  movers.add(sqlOf<AnyTables>(tx));
}

/** Whether the caller runs inside a transaction, where no network call may happen. */
export function insideTransaction(): boolean {
  return open.getStore() === true;
}

/**
 * Runs `work` in one transaction as `principal`. Orders go to the outbox and entries, last,
 * to the chain; everything rolls back when anything throws.
 */
export async function transact<T>(
  house: House,
  principal: Principal,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  // On one connection the inner one would wait for the outer for ever.
  if (insideTransaction()) throw new Error('a transaction was opened inside another');
  const drafts: EntryDraft[] = [];
  const orders: EffectOrder[] = [];
  let moved = false;
  const result = await house.database.transaction(async (transaction) => {
    const tx: Writable<Tx> = {
      now: house.clock.now(),
      principal,
      config: house.config(),
      ids: house.ids,
      record: (draft) => drafts.push(draft),
      order: (effect) => orders.push(effect),
    };
    transactions.set(tx, transaction);
    databases.set(tx, house.database);
    try {
      if (house.configIn) tx.config = await house.configIn(tx);
      const answer = await open.run(true, () => work(tx));
      await writeOrders(transaction, tx.now, orders);
      if (drafts.length > 0) await house.append(tx, drafts);
      moved = movers.has(transaction);
      return answer;
    } finally {
      transactions.delete(tx);
    }
  });
  if (moved) await house.rosterMoved?.();
  if (drafts.length + orders.length > 0) tellCommit(house);
  return result;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

async function writeOrders(
  transaction: Transaction<AnyTables>,
  now: Date,
  orders: readonly EffectOrder[],
): Promise<void> {
  if (orders.length === 0) return;
  const rows = orders.map(({ topic, payload, dedupe }) => ({
    topic,
    payload: JSON.stringify(payload),
    dedupe: dedupe ?? null,
    next_attempt_at: now,
    created_at: now,
  }));
  await transaction
    .insertInto('outbox')
    .values(rows)
    .onConflict((conflict) => conflict.column('dedupe').doNothing())
    .execute();
}

/** How many drafts `transact` would append is the verb layer's business: it counts through this. */
export function countingRecords(tx: Tx): { readonly tx: Tx; recorded(): number } {
  let count = 0;
  const counting: Tx = {
    ...tx,
    record(draft) {
      count += 1;
      tx.record(draft);
    },
  };
  const transaction = transactions.get(tx);
  if (transaction !== undefined) transactions.set(counting, transaction);
  const database = databases.get(tx);
  if (database !== undefined) databases.set(counting, database);
  return { tx: counting, recorded: () => count };
}
