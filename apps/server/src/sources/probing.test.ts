import type { Config, SloConfig, SourceConfig } from '@sekisho/config';
import { type Core, createProber, probeRecord } from '@sekisho/core';
import { afterEach, expect, it, vi } from 'vitest';
import { type AnsweringServer, startAnswering } from '../../../../test/support/answering-server.ts';
import { lateSlo, sloDays } from '../../../../test/support/slos.ts';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import {
  createWorld,
  practiceConfig,
  type TestWorld,
  turnableClock,
} from '../../../../test/support/world.ts';
import { createSourceAdapters } from './adapters.ts';

vi.setConfig({ testTimeout: 60_000 });

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

const clock = turnableClock('2026-05-01T10:00:30Z');
const now = () => clock.now().getTime();

async function houseProbing(reach: 'public' | 'private'): Promise<{
  readonly world: TestWorld;
  readonly slo: SloConfig;
  readonly target: AnsweringServer & { status: number };
  readonly probe: (seconds: number) => Promise<void>;
}> {
  const answering = await startAnswering(() => ({ status: target.status, body: 'well' }));
  const target = Object.assign(answering, { status: 200 });
  open.push(target);
  const source: SourceConfig = {
    ...{ name: 'from-here', kind: 'probe', latenessMinutes: 2, connection: { reach } },
  };
  const query = { url: `${target.url}/health`, everySeconds: 20, bodyContains: 'well' };
  const slo = lateSlo({
    ...{ id: 'shop-reached', indicator: { kind: 'measured', source: source.name, query } },
  });
  const config: Config = { ...practiceConfig(), slos: [slo], sources: { [source.name]: source } };
  let core: Core | null = null;
  const adapters = createSourceAdapters({
    ...{ config: () => config, now, secret: () => undefined, awsEndpoint: null, logFolder: null },
    probeRecord: (one) => ({
      results: async (span) => (core === null ? [] : probeRecord(core.house, one).results(span)),
    }),
  });
  open.push(adapters);
  const database = await openTestDatabase();
  open.push(database);
  const world = await createWorld({ database, config, clock, sources: adapters });
  core = world.core;
  const fail = (_: string, error: unknown) => {
    throw error;
  };
  const prober = createProber(core.house, async () => adapters, fail);
  return {
    ...{ world, slo, target },
    async probe(seconds) {
      for (let second = 0; second < seconds; second += 5) {
        clock.turn(5);
        await prober.begin();
        await prober.settled();
      }
    },
  };
}

/** Good, bad and measured milliseconds together. */
async function sums(world: TestWorld, slo: SloConfig) {
  await world.core.ingest();
  const days = await sloDays(world, slo);
  const sum = (column: 'good' | 'bad' | 'measured') =>
    days.flatMap((day) => [...day[column]]).reduce((all, each) => all + each, 0);
  return { good: sum('good'), bad: sum('bad'), measured: sum('measured') };
}

it('counts each run of a probe in its minute, and measures no minute in which none ran', async () => {
  const { world, slo, target, probe } = await houseProbing('private');
  // When runs are due follows from the address, of which the port differs from test to test.
  await probe(180);
  const good = target.asked.length;
  target.status = 503;
  await probe(60);
  const runs = target.asked.length;
  const bad = runs - good;
  const measured = runs * 20_000;
  expect([Math.abs(good - 9) <= 1, Math.abs(bad - 3) <= 1]).toEqual([true, true]);
  expect(target.asked[0]).toMatchObject({ method: 'GET', path: '/health' });
  await world.core.ingest();
  expect((await world.as('sre', 'slo.show', { id: slo.id })).sourceHealth).toMatchObject({
    ...{ failure: null, probe: { runs, failed: bad, faults: [{ what: 'status 503', runs: bad }] } },
  });
  // Nobody runs it for ten minutes.
  clock.turn(600);
  expect(await sums(world, slo)).toEqual({ good, bad, measured });
  clock.turn(60);
  expect(await sums(world, slo)).toEqual({ good, bad, measured });
  const faults = await world.database.kysely
    .selectFrom('slo_probe_runs')
    .select('faults')
    .where('good', '=', false)
    .execute();
  expect(faults.map((row) => row['faults'])).toEqual(Array(bad).fill(['status 503']));
});

it('reaches nothing private unless the source says so', async () => {
  const { world, slo, target, probe } = await houseProbing('public');
  await probe(60);
  expect(target.asked).toEqual([]);
  clock.turn(120);
  const { good, bad } = await sums(world, slo);
  expect([good, bad >= 2]).toEqual([0, true]);
});
