import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { contextOf, createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { countMarked, runPlanted, writeMarked } from '../../test/planted.ts';
import { type House, insideTransaction } from './context.ts';

let world: TestWorld;
let house: House;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase() });
});
beforeEach(() => {
  house = world.core.house;
});
afterAll(() => world.database.close());

describe('nothing is half done when', () => {
  const boom = () => {
    throw new Error('boom');
  };
  const failing: Record<string, (key: string) => Promise<unknown>> = {
    'preparing fails': () => runPlanted(house, { prepare: async () => boom() }),
    'naming the subject fails': () => runPlanted(house, { subject: boom }),
    'deciding fails after it wrote': (key) =>
      runPlanted(house, { decide: async (tx) => writeMarked(tx, key).then(boom) }, keyed(key)),
    'an order cannot be written': (key) =>
      runPlanted(house, {
        decide: async (tx) => {
          await writeMarked(tx, key);
          tx.order({ topic: null as never, payload: {} });
        },
      }),
    'the entry cannot be appended': (key) => {
      house = { ...house, append: async () => boom() };
      return runPlanted(house, { decide: (tx) => writeMarked(tx, key) }, keyed(key));
    },
    'the answer cannot be kept': (key) =>
      runPlanted(
        house,
        { decide: (tx) => writeMarked(tx, key).then(() => ({ count: 1n })) },
        keyed(key),
      ),
    'the commit fails': (key) => {
      const { database } = house;
      const transaction: typeof database.transaction = (work) =>
        database.transaction((sql) => work(sql).then(boom));
      house = { ...house, database: { ...database, transaction } };
      return runPlanted(house, { decide: (tx) => writeMarked(tx, key) }, keyed(key));
    },
  };
  const keyed = (key: string) => contextOf('engineer', { idempotencyKey: key });

  it.each(Object.entries(failing))('%s', async (stage, fail) => {
    const key = stage.replaceAll(' ', '-');
    const head = (await newestEntry())?.number;
    let woken = 0;
    house = { ...house, wake: () => void (woken += 1) };
    await expect(fail(key)).rejects.toThrow();
    expect(await countMarked(house, key)).toBe(0);
    expect((await newestEntry())?.number).toBe(head);
    expect(woken).toBe(0);
    expect(insideTransaction()).toBe(false);
  });
});

async function newestEntry() {
  return (await world.as('sre', 'timeline.list', { limit: 1 }))[0];
}
