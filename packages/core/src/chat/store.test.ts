import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import type { TurnableClock } from '../../../../test/support/world.ts';
import { bareHouse } from '../../test/bare-house.ts';
import type { House } from '../platform/context.ts';
import type { Database } from '../platform/database/database.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import {
  claimChatEvents,
  createChatKeeper,
  findCard,
  finishChatEvent,
  forgetOldCards,
  placeCard,
} from './store.ts';

let database: Database;
let clock: TurnableClock;
let house: House;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.kysely.deleteFrom('chat_inbox').execute();
  ({ house, clock } = bareHouse(database));
});

describe('the inbox', () => {
  it('keeps what comes at once, each once', async () => {
    const keep = createChatKeeper(house);
    const keys = ['a', 'b', 'c', 'b', 'd'];
    const kept = await Promise.all(keys.map((key) => keep({ key, payload: { key } })));
    expect(kept).toEqual([true, true, true, false, true]);
    expect(await keep({ key: 'a', payload: {} })).toBe(false);
    const claimed = await claimChatEvents(house, 10);
    const taken = claimed.map(({ payload }) => String(payload['key']));
    expect(taken.toSorted((a, b) => a.localeCompare(b))).toEqual(['a', 'b', 'c', 'd']);
    expect(await claimChatEvents(house, 10)).toEqual([]);
  });

  it('refuses what no database can hold without refusing what came with it', async () => {
    const keep = createChatKeeper(house);
    const given = [{ text: 'first' }, { text: 'a \u0000 in it' }, { text: 'last' }];
    const settled = await Promise.allSettled(
      given.map((payload, index) => keep({ key: `k${index}`, payload })),
    );
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('goes ahead of those who wait for the database', async () => {
    const keep = createChatKeeper(house);
    const done: string[] = [];
    const held = Promise.withResolvers<void>();
    const holding = database.transaction(() => held.promise);
    const patient = Array.from({ length: 20 }, () =>
      finishChatEvent(house, 'nothing').then(() => done.push('patient')),
    );
    const kept = keep({ key: 'a', payload: {} }).then(() => done.push('kept'));
    held.resolve();
    await Promise.all([holding, kept, ...patient]);
    // Those that a pool of connections had begun already go before it; the last in the queue would be 20.
    expect(done.indexOf('kept')).toBeLessThan(12);
  });
});

describe('where a card is shown', () => {
  it('is never taken back by an older revision, and is forgotten after thirty days', async () => {
    const place = { channel: 'C0OPS', message: '1.1', shownRevision: 3 };
    await placeCard(house, 'ops-a', place);
    await placeCard(house, 'ops-a', { ...place, message: '1.0', shownRevision: 2 });
    expect(await findCard(house, 'ops-a')).toEqual(place);
    clock.turn(29 * 24 * 3600);
    await transactAsSystem(house, forgetOldCards);
    expect(await findCard(house, 'ops-a')).toEqual(place);
    clock.turn(2 * 24 * 3600);
    await transactAsSystem(house, forgetOldCards);
    expect(await findCard(house, 'ops-a')).toBeNull();
  });
});
