import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { contextOf, createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { writeEntry } from '../../test/chain.ts';
import { roomyConfig } from '../../test/leases.ts';
import { verifyStored } from './verify.ts';

// Two hundred transactions that wait for each other.
vi.setConfig({ testTimeout: 120_000 });

let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config: roomyConfig() });
});
afterAll(() => world.database.close());

it('twenty writers at once leave one unforked chain without a gap', async () => {
  const writers = 20;
  const each = 10;
  const before = (await world.as('sre', 'timeline.verify', {})).entries;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let at = 0; at < each; at += 1) await writeEntry(world.core.house, writer * each + at);
    }),
  );
  const total = before + writers * each;
  const verdict = await world.as('sre', 'timeline.verify', {});
  expect(verdict).toMatchObject({ ok: true, entries: total, broken: null });
  const entries = await world.as('sre', 'timeline.export', {});
  expect(entries.map(({ number }) => number)).toEqual(
    Array.from({ length: total }, (_, at) => at + 1),
  );
  expect(new Set(entries.map(({ previous }) => previous)).size).toBe(total);
});

it('verbs of many kinds at once do too, and their anchors hold afterwards', async () => {
  const start = (at: number) =>
    world.as('engineer', 'ops.start', { environment: 'staging', reason: `number ${at}` });
  const refused = (at: number) =>
    world.core
      .call('lease.resume', contextOf('engineer'), { reason: `number ${at}` })
      .catch(() => undefined);
  const work = Array.from({ length: 8 }, (_, at) => at).flatMap((at) => [
    start(at),
    refused(at),
    world.as('sre', 'timeline.anchor', {}),
    world.as('engineer', 'token.create', { name: `t${at}`, scopes: ['*'], expires: '1d' }),
  ]);
  const answers = await Promise.all(work);
  const anchors = answers.filter((answer) => answer !== undefined && 'signature' in answer);
  expect(anchors).toHaveLength(8);
  const verdict = await world.as('sre', 'timeline.verify', { anchors: anchors as never });
  expect(verdict).toMatchObject({ ok: true, anchorsChecked: 8 });
});

it.each([1, 2])(
  '%i of them that write while it is read do not make it look broken',
  async (writers) => {
    const { database, core } = world;
    let left = writers;
    // After each look at the head one more entry is there.
    const interrupted: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      async transformResult({ result }) {
        const isHead = result.rows.length === 1 && result.rows[0]?.['body'] === undefined;
        if (isHead && left > 0) await writeEntry(core.house, left--);
        return result;
      },
    };
    const kysely = database.kysely.withPlugin(interrupted);
    const { entries } = await verifyStored(database, []);
    const verdict = await verifyStored({ ...database, kysely }, []);
    expect(verdict).toMatchObject({ ok: true, broken: null, entries: entries + writers });
  },
);
