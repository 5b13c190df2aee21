import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import type { TurnableClock } from '../../../../test/support/world.ts';
import { bareHouse } from '../../test/bare-house.ts';
import type { House } from './context.ts';
import type { Database } from './database/database.ts';
import { carryOutOrders, forgetOldOrders } from './outbox.ts';
import { transactAsSystem } from './transact-as-system.ts';

let database: Database;
let clock: TurnableClock;
let house: House;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.kysely.deleteFrom('outbox').execute();
  ({ house, clock } = bareHouse(database));
});

async function order(topic: string, lease: string, revision: number): Promise<void> {
  await transactAsSystem(house, async (tx) =>
    tx.order({ topic, payload: { lease, revision }, dedupe: `${topic}:${lease}:${revision}` }),
  );
}

/** One pass with a Slack that takes nothing, or everything; answers what was tried. */
async function pass(down: boolean): Promise<string[]> {
  const tried: string[] = [];
  await carryOutOrders(house, async ({ topic, payload }) => {
    tried.push(`${topic} ${String(payload['lease'])} ${String(payload['revision'])}`);
    if (down) throw new Error('slack is down');
  });
  return tried;
}

describe('orders', () => {
  it('are carried out once, pages first, then the oldest', async () => {
    await order('card', 'ops-a', 1);
    await order('tell', 'ops-a', 1);
    await order('page', 'ops-a', 1);
    await order('slo', 'burn', 1);
    const first = ['page ops-a 1', 'slo burn 1'];
    expect(await pass(false)).toEqual([...first, 'card ops-a 1', 'tell ops-a 1']);
    expect(await pass(false)).toEqual([]);
  });

  it('to draw a picture have a pass of their own: no page waits for one', async () => {
    await order('picture', 'burn', 1);
    await order('slo', 'burn', 1);
    expect(await pass(false)).toEqual(['slo burn 1']);
    const drawn: string[] = [];
    await carryOutOrders(house, async ({ topic }) => void drawn.push(topic), { lane: 'picture' });
    expect(drawn).toEqual(['picture']);
  });

  it('for the same card do not pile up while Slack is down: only the newest is tried again', async () => {
    await order('card', 'ops-a', 1);
    await order('card', 'ops-a', 2);
    await order('card', 'ops-b', 1);
    await pass(true);
    clock.turn(600);
    expect(await pass(true)).toEqual(['card ops-a 2', 'card ops-b 1']);
    clock.turn(7 * 24 * 3600);
    expect(await pass(false)).toEqual(['card ops-a 2', 'card ops-b 1']);
  });

  it('to tell somebody are given up after a day, a page never', async () => {
    await order('tell', 'ops-a', 1);
    await order('page', 'ops-a', 1);
    await pass(true);
    clock.turn(25 * 3600);
    expect(await pass(true)).toEqual(['page ops-a 1', 'tell ops-a 1']);
    clock.turn(3600);
    expect(await pass(true)).toEqual(['page ops-a 1']);
    await transactAsSystem(house, forgetOldOrders);
    expect(await database.kysely.selectFrom('outbox').select('topic').execute()).toEqual([
      { topic: 'page' },
    ]);
  });
});
