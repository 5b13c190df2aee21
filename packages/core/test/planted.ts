import { contract, type Verb } from '@sekisho/contract';
import { z } from 'zod';
import { contextOf } from '../../../test/support/world.ts';
import type { Context, House, Tx } from '../src/platform/context.ts';
import { execute } from '../src/platform/execute.ts';
import { createRefusalLimit } from '../src/platform/refusal-limit.ts';
import { writeSetting } from '../src/platform/settings.ts';
import type { AnyImplementation } from '../src/platform/verb.ts';

const input = z.object({ word: z.string() });

/** A verb of the tests' own, behind a name that the contract knows. */
export const plantedVerb = {
  ...contract['lease.resume'],
  role: 'member',
  input,
  output: z.unknown(),
} as Verb;

type Planted = Partial<AnyImplementation<unknown>>;

/** Does a planted verb, made of the parts that a test names. */
export function runPlanted(
  house: House,
  parts: Planted,
  context: Context = contextOf('engineer'),
  raw: unknown = { word: 'a' },
): Promise<unknown> {
  const implementation = {
    verb: plantedVerb,
    prepare: async () => undefined,
    decide: async (tx: Tx) => tx.record({ action: 'planted' }),
    ...parts,
  };
  const refusals = createRefusalLimit({ clock: house.clock });
  const executor = { house, ports: {}, roleOf: () => 'member' as const, refusals };
  return execute(executor, implementation, context, raw);
}

/** Writes a setting, an order and an entry that bear `key`, to be looked for afterwards. */
export async function writeMarked(tx: Tx, key: string): Promise<string> {
  await writeSetting(tx, key, 'written');
  tx.order({ topic: 'card', payload: { key } });
  tx.record({ action: 'planted', data: { key } });
  return key;
}

/** How many rows anywhere bear `key`. */
export async function countMarked({ database: { kysely } }: House, key: string): Promise<number> {
  const found = await Promise.all([
    kysely.selectFrom('settings').select('key').where('key', '=', key).execute(),
    kysely.selectFrom('entries').select('number').where('body', 'like', `%"${key}"%`).execute(),
    kysely.selectFrom('idempotency').select('key').where('key', '=', key).execute(),
    kysely.selectFrom('outbox').select('payload').execute(),
  ]);
  const orders = found[3].filter(({ payload }) => JSON.stringify(payload).includes(`"${key}"`));
  return found[0].length + found[1].length + found[2].length + orders.length;
}
