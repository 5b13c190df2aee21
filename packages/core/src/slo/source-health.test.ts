import type { Config } from '@sekisho/config';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { bareHouse } from '../../test/bare-house.ts';
import { clearDatabase } from '../../test/clear-database.ts';
import {
  adaptersOf,
  lateScene,
  lateSlo,
  lateSource,
  memoryStore,
  withLateSource,
} from '../../test/late-objects.ts';
import type { House } from '../platform/context.ts';
import type { Database } from '../platform/database/database.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import { ingest } from './ingest/ingest.ts';
import { type LogStore, SourceError } from './ports.ts';
import { sourceHealthOf } from './source-health.ts';

vi.setConfig({ testTimeout: 60_000 });

let database: Database;
let house: House;
let turn: (seconds: number) => void;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await clearDatabase(database);
  const made = bareHouse(database);
  const config: Config = withLateSource(made.house.config());
  house = { ...made.house, config: () => config };
  turn = made.clock.turn;
});

const health = () => transactAsSystem(house, (tx) => sourceHealthOf(tx, lateSlo()));

const denied = (): never => {
  throw new SourceError('denied', 's3 answered 403: no s3:ListBucket');
};
const shut: LogStore = { list: denied, open: denied };

describe('the source of an SLO', () => {
  it('says nothing before it was read for the first time', async () => {
    expect(await health()).toBeNull();
  });

  it('says why it cannot be read, in its own words, until it can', async () => {
    await ingest(house, adaptersOf(shut as never), lateSource).catch(() => undefined);
    expect(await health()).toMatchObject({
      succeededAt: null,
      failure: { code: 'denied', message: expect.stringContaining('no s3:ListBucket') },
    });
    turn(3600);
    const store = memoryStore();
    const start = house.clock.now().getTime() - 600_000;
    const outage = { from: 0, to: 10, share: 0.2 };
    const scene = lateScene({ seed: 5, start, minutes: 10, outage, requestsPerMinute: 4 });
    for (const delivery of scene.inOrder) store.put(delivery);
    await ingest(house, adaptersOf(store), lateSource);
    expect(await health()).toMatchObject({
      ...{ failure: null, pending: 0, damaged: 0, lost: 0, backfillLeft: 0 },
      succeededAt: house.clock.now().toISOString(),
    });
  });
});
