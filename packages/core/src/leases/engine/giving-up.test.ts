import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EngineBench, openBench } from '../../../../../test/support/engine-bench.ts';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../../test/support/world.ts';
import { roomyConfig } from '../../../test/leases.ts';
import type { Database } from '../../platform/database/database.ts';

// Minutes of an engine's life are thousands of statements.
vi.setConfig({ testTimeout: 120_000 });

let database: Database;
let bench: EngineBench;

const readyWithin = (span: string) => (yaml: string) => `${yaml}  readyWithin: ${span}\n`;
const minute = 60;

/** Lets minutes pass for an engine that looks twice a minute: it judges by what it sees and when, not by how often. */
async function passSlowly(minutes: number, world: TestWorld = bench): Promise<void> {
  for (let look = 0; look < minutes * 2; look += 1) {
    world.clock.turn(30);
    await world.live(0);
  }
}

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('where a server may take four minutes to become ready', () => {
  beforeEach(async () => {
    bench = await openBench(database, readyWithin('4m'));
  });

  it('a launch is given up only after its reboot, its replacement and the reboot of that', async () => {
    bench.fault({ kind: 'agent-never' });
    const id = await bench.ask();
    await passSlowly(15.5);
    expect(await bench.state(id)).toBe('granting');
    expect(bench.tokens(id)).toEqual([`${id}-1`, `${id}-2`]);
    await passSlowly(4);
    const shown = await bench.as('sre', 'ops.show', { id });
    expect(shown).toMatchObject({ state: 'failed', missing: 'no-route-to-ssm' });
  });

  it('a launch is not given up because nobody looked while it became ready', async () => {
    bench.fault({ kind: 'slow-agent', delayMs: minute * 1000 });
    const id = await bench.ask();
    expect(await bench.state(id)).toBe('granting');
    bench.pass(30 * minute);
    await bench.live(0);
    expect(await bench.state(id)).toBe('active');
  });

  it('a launch is given up in time although AWS never answers', async () => {
    const id = await bench.ask();
    expect(await bench.state(id)).toBe('granting');
    bench.fault({ kind: 'lost-request' });
    await passSlowly(20);
    expect(await bench.state(id)).toBe('granting');
    await passSlowly(2);
    expect(await bench.state(id)).toBe('revoking');
    bench.fault();
    await passSlowly(2);
    const shown = await bench.as('sre', 'ops.show', { id });
    expect(shown).toMatchObject({ state: 'failed', missing: 'cloud-unreachable' });
  });

  it('the hard maximum leaves room for all of that before the longest lease', async () => {
    const id = await bench.ask();
    const granted = bench.clock.now().getTime();
    const armed = (bench.armedFor(id) ?? 0) - granted;
    expect(armed).toBeGreaterThanOrEqual((4 * 4 + 8 * 60) * minute * 1000);
  });
});

it('a deadline is never past the hard maximum, though the time to become ready was raised after the grant', async () => {
  bench = await openBench(database, readyWithin('20s'));
  bench.fault({ kind: 'slow-agent', delayMs: 30 * minute * 1000 });
  const id = await bench.ask({ for: '8h' });
  const { clock, cloud, core } = bench;
  const config = roomyConfig(readyWithin('40m'));
  const after = await createWorld({ database, config, clock, cloud, ids: core.house.ids });
  await passSlowly(31, after);
  const { state, deadline, hardMaximum } = await bench.as('sre', 'ops.show', { id });
  expect(state).toBe('active');
  expect(deadline).toBe(hardMaximum);
});
