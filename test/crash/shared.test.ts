import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { type Installation, install } from './support/installation.ts';
import { live, newJobs, phases } from './support/job.ts';
import { judge } from './support/judge.ts';
import type { Caller } from './support/patient-caller.ts';
import type { SekishoProcess } from './support/sekisho-process.ts';
import { until } from './support/until.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });

const count = process.env.SEKISHO_CRASH === 'all' ? 200 : 40;
const people = ['sre', 'sre2', 'engineer'] as const;

let house: Installation | null = null;
let postgres: Postgres | null = null;

afterEach(async () => {
  await house?.close();
  await postgres?.stop();
  house = null;
  postgres = null;
});

describe.skipIf(inject('database').kind !== 'postgres')('on PostgreSQL', () => {
  test(`two servers share ${count} leases, and each is launched and ended once`, async () => {
    house = await install({ claimSeconds: 20, quota: 1000 });
    const first = await house.start();
    const { process: second, caller } = await house.startBeside();
    const callers = [house.caller, caller];
    const asks = Array.from({ length: count }, (_, number) => number);
    const ids = await inTurns(asks, (number) => start(callers[number % 2] ?? caller, number));
    await untilAll(caller, ids, 'active');
    // Asked of both, as they were started: the one that is asked is woken at once.
    await inTurns(asks, (number) =>
      (callers[number % 2] ?? caller).as('sre', 'ops.stop', { id: ids[number] ?? '' }),
    );
    await untilAll(caller, ids, 'ended');
    for (const id of ids) {
      expect(await house.sky.launchedFor(id), `servers ever launched for ${id}`).toHaveLength(1);
      expect(await house.sky.livingOf(id), `living servers of ${id}`).toEqual([]);
    }
    for (const server of [first, second]) {
      const done = timesOf(server, 'after:launch') + timesOf(server, 'after:terminate');
      expect(done, 'launches and ends by one of them').toBeGreaterThan(0);
    }
    expect(timesOf(first, 'after:launch') + timesOf(second, 'after:launch')).toBe(count);
    expect(await caller.as('sre', 'timeline.verify', {})).toMatchObject({ ok: true });
  });

  test('a database that is cut off and comes back in the middle of every phase loses nothing', async () => {
    postgres = await startPostgres({ durable: true });
    const { restart } = postgres;
    const databaseUrl = await postgres.createDatabase('crash');
    house = await install({ databaseUrl });
    const server = await house.start();
    await server.ready;
    const jobs = newJobs();
    for (const phase of phases) {
      const before = server.steps.length;
      const living = live(house, phase, jobs);
      living.catch(() => undefined);
      await until(`${phase} to be under way`, async () =>
        server.steps.length > before ? true : null,
      );
      await restart('crash');
      await living.catch((cause: unknown) => {
        throw new Error(`${phase} failed:\n${server.said.slice(-20).join('\n')}`, { cause });
      });
      await judge(house, phase, jobs);
    }
  });
});

async function start(caller: Caller, number: number): Promise<string> {
  const ask = { environment: 'staging', for: '30m', reason: `lease number ${number}` };
  const { id } = await caller.as(people[number % people.length] ?? 'sre', 'ops.start', ask);
  return id;
}

function timesOf({ steps }: SekishoProcess, step: string): number {
  return steps.filter((each) => each === step).length;
}

async function untilAll(caller: Caller, ids: readonly string[], state: 'active' | 'ended') {
  const ask = async () => {
    const rows = await caller.as('sre', 'ops.history', { limit: 1000 });
    return rows.filter((row) => row.state === state && ids.includes(row.id)).length;
  };
  await until(
    `${ids.length} leases to be ${state}`,
    async () => ((await ask()) === ids.length ? true : null),
    400,
  );
}

/** Ten at once. */
async function inTurns<T, R>(things: readonly T[], act: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < things.length; at += 10) {
    results.push(...(await Promise.all(things.slice(at, at + 10).map(act))));
  }
  return results;
}
