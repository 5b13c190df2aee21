import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../../test/support/world.ts';
import { roomyConfig } from '../../../test/leases.ts';
import type { Database } from '../../platform/database/database.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { type Bounds, gather } from './gather.ts';
import { tellJournal } from './tell.ts';

let database: Database;
let world: TestWorld;
let from: Date;
let to: Date;

const reader = { language: 'en', timeZone: 'UTC', nameOf: (id: string) => id } as const;
const wish = { environment: 'production', for: '30m', reason: 'look at the queue' };

async function read(person: string, bounds?: Bounds) {
  const term = { person, from, to };
  const gathered = await transactAsSystem(world.core.house, (tx) => gather(tx, term, bounds));
  const sections = tellJournal(gathered, person, reader);
  const items = sections.flatMap((section) => section.items);
  const counts = sections.flatMap((section) => section.counts);
  return {
    ...{ items, cut: gathered.cut, texts: items.map(({ text }) => text) },
    counts: Object.fromEntries(counts.map(({ kind, count }) => [kind, count])),
  };
}

beforeAll(async () => {
  database = await openTestDatabase();
  const shop = { name: 'shop', displayName: null, owners: [] };
  const config = { ...roomyConfig(), services: { shop } };
  world = await createWorld({ database, config });
  const note = { kind: 'operation', service: 'shop', text: 'rotated the keys' };
  await world.as('sre', 'timeline.note', { ...note, text: 'before the term' });
  world.clock.turn(60);
  from = world.clock.now();
  const first = await world.as('engineer', 'ops.start', wish);
  world.clock.turn(60);
  const second = await world.as('engineer', 'ops.start', { ...wish, ticket: 'OPS-1' });
  await world.as('engineer', 'lease.approve', first).catch(() => undefined);
  world.clock.turn(60);
  await world.as('sre', 'lease.approve', { id: first.id });
  await world.as('sre', 'lease.deny', { id: second.id, reason: 'use the replica' });
  await world.as('sre', 'timeline.note', note);
  const third = await world.as('engineer', 'ops.start', { ...wish, environment: 'staging' });
  await world.live(60);
  await world.as('engineer', 'ops.handover', { id: third.id, to: 'sre' });
  world.clock.turn(60);
  to = world.clock.now();
  await world.as('sre', 'timeline.note', { ...note, text: 'after the term' });
});
afterAll(() => database.close());

it('tells what somebody leased, with its end, and nothing that they were refused', async () => {
  const { counts, items, texts } = await read('engineer');
  expect(counts).toEqual({ server: 3 });
  expect(texts).toEqual([
    'Has the ops server in production for 30m: active',
    'Asked for the ops server in production for 30m: denied',
    'Has the ops server in staging for 30m: active, handed over to sre',
  ]);
  expect(items.map(({ detail }) => detail)).toEqual([
    'look at the queue',
    'look at the queue · OPS-1',
    'look at the queue',
  ]);
});

it('tells what somebody decided and declared within the term, and of whose wish', async () => {
  const { counts, items, texts } = await read('sre');
  expect(counts).toEqual({ server: 1, approved: 1, denied: 1, noted: 1 });
  expect(texts).toEqual([
    'Has the ops server in staging for 30m: active, taken over from engineer',
    "Approved engineer's request: the ops server in production for 30m",
    "Denied engineer's request: the ops server in production for 30m",
    'Noted an operation',
  ]);
  expect(items.slice(2).map(({ detail }) => detail)).toEqual([
    'use the replica',
    'rotated the keys',
  ]);
});

it('reads page by page, and says when the oldest is missing', async () => {
  const all = await read('sre');
  expect(await read('sre', { most: 3, page: 1 })).toEqual(all);
  const some = await read('sre', { most: 2, page: 2 });
  expect(some.cut).toBe(true);
  expect(some.counts).toEqual({ server: 1, denied: 1, noted: 1 });
});
