import { createHash } from 'node:crypto';
import { canonicalJson } from '@sekisho/config';
import type { Verb } from '@sekisho/contract';
import type { Kysely } from 'kysely';
import { AppError } from './app-error.ts';
import { addSeconds } from './clock.ts';
import { type Context, sqlOf, type Tx } from './context.ts';

interface Tables {
  idempotency: {
    principal: string;
    verb: string;
    key: string;
    input_hash: string;
    answer: unknown;
    at: Date;
  };
}

/** One caller's key for one verb, bound to what was asked. */
export interface Claim {
  readonly principal: string;
  readonly verb: string;
  readonly key: string;
  readonly inputHash: string;
}

export interface Replay {
  readonly answer: unknown;
}

const keptSeconds = 24 * 3600;

/** The claim of a write that brought a key; null when there is nothing to replay. */
export function claimKey(verb: Verb, context: Context, input: unknown): Claim | null {
  if (verb.effect === 'read' || context.idempotencyKey === undefined) return null;
  return {
    principal: context.principal.id,
    verb: verb.name,
    key: context.idempotencyKey,
    inputHash: createHash('sha256').update(canonicalJson(input)).digest('hex'),
  };
}

/** The first answer, when this claim was answered before. Errors: `idempotency-mismatch`, `already-issued`. */
export async function readAnswer(
  kysely: Kysely<Tables>,
  verb: Verb,
  claim: Claim,
): Promise<Replay | null> {
  const row = await kysely
    .selectFrom('idempotency')
    .select(['input_hash', 'answer'])
    .where('principal', '=', claim.principal)
    .where('verb', '=', claim.verb)
    .where('key', '=', claim.key)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.input_hash !== claim.inputHash) throw new AppError('idempotency-mismatch', {});
  if (verb.secret) throw new AppError('already-issued', {});
  return { answer: row.answer };
}

/** A second caller with the same key waits on the row until the first commits, then is answered as it was. */
export async function claimAnswer(tx: Tx, verb: Verb, claimed: Claim): Promise<Replay | null> {
  const sql = sqlOf<Tables>(tx);
  const inserted = await sql
    .insertInto('idempotency')
    .values({
      principal: claimed.principal,
      verb: claimed.verb,
      key: claimed.key,
      input_hash: claimed.inputHash,
      answer: null,
      at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return null;
  return readAnswer(sql, verb, claimed);
}

/** Keeps the answer of a claim, in the caller's transaction; a secret is never kept. */
export async function storeAnswer(
  tx: Tx,
  verb: Verb,
  claimed: Claim,
  answer: unknown,
): Promise<void> {
  if (verb.secret) return;
  await sqlOf<Tables>(tx)
    .updateTable('idempotency')
    .set({ answer: JSON.stringify(answer) })
    .where('principal', '=', claimed.principal)
    .where('verb', '=', claimed.verb)
    .where('key', '=', claimed.key)
    .execute();
}

/** Forgets keys older than a day. */
export async function forgetOldKeys(tx: Tx): Promise<void> {
  await sqlOf<Tables>(tx)
    .deleteFrom('idempotency')
    .where('at', '<', addSeconds(tx.now, -keptSeconds))
    .execute();
}
