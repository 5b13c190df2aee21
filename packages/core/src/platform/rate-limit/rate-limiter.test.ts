import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import {
  countingIds,
  practiceConfig,
  type TurnableClock,
  turnableClock,
} from '../../../../../test/support/world.ts';
import type { House } from '../context.ts';
import type { Database } from '../database/database.ts';
import { createRateLimiter } from './rate-limiter.ts';

let database: Database;
let clock: TurnableClock;
let replica: () => ReturnType<typeof createRateLimiter>;
let transactions = 0;
let last = 0;
let bucket: string;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

beforeEach(() => {
  clock = turnableClock();
  transactions = 0;
  bucket = `222222222222/ap-northeast-1/${(last += 1)}`;
  const counted: Database = {
    ...database,
    transaction: (work) => {
      transactions += 1;
      return database.transaction(work);
    },
  };
  const config = practiceConfig();
  const house: House = {
    ...{ database: counted, clock, ids: countingIds(), config: () => config },
    append: async () => undefined,
    wake: () => undefined,
  };
  replica = () =>
    createRateLimiter({ house, batch: 5, sleep: async (seconds) => clock.turn(seconds) });
});

const limit = { perSecond: 2, burst: 20 };

async function takeMany(limiter: ReturnType<typeof replica>, count: number): Promise<number> {
  const taken = await Promise.all(
    Array.from({ length: count }, () => limiter.take(bucket, limit, 0)),
  );
  return taken.filter(Boolean).length;
}

describe('a rate limit', () => {
  it('is shared by replicas on one database', async () => {
    const [first, second] = [replica(), replica()];
    expect(await takeMany(first, 15)).toBe(15);
    expect(await takeMany(second, 15)).toBe(5);
    clock.turn(5);
    expect((await takeMany(first, 10)) + (await takeMany(second, 10))).toBe(10);
  });

  it('costs one transaction for several calls', async () => {
    await takeMany(replica(), 20);
    expect(transactions).toBe(4);
  });

  it('never fills beyond its burst', async () => {
    const limiter = replica();
    await takeMany(limiter, 20);
    clock.turn(3600);
    expect(await takeMany(limiter, 30)).toBe(20);
  });

  it('waits for its turn, and no longer than it may', async () => {
    const limiter = replica();
    await takeMany(limiter, 20);
    const before = clock.now().getTime();
    expect(await limiter.take(bucket, limit, 0.4)).toBe(false);
    expect(await limiter.take(bucket, limit, 5)).toBe(true);
    expect(clock.now().getTime() - before).toBe(500);
  });

  it('waits no longer although others wait before it', async () => {
    const limiter = replica();
    await takeMany(limiter, 20);
    const before = clock.now().getTime();
    const waiting = Array.from({ length: 10 }, () => limiter.take(bucket, limit, 2));
    expect((await Promise.all(waiting)).filter(Boolean)).toHaveLength(4);
    expect(clock.now().getTime() - before).toBeLessThanOrEqual(2000);
  });

  it('halves its pace when the API complains, once a burst, and recovers', async () => {
    const [first, second] = [replica(), replica()];
    await takeMany(first, 20);
    await Promise.all([first.slowDown(bucket), second.slowDown(bucket), first.slowDown(bucket)]);
    clock.turn(4);
    // Two a second for four seconds would be eight; half of that, with a little recovery.
    expect(await takeMany(second, 20)).toBe(4);
    clock.turn(600);
    expect(await takeMany(second, 30)).toBe(20);
  });
});
