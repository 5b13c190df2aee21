import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { type Installation, install } from './support/installation.ts';
import { live, newJobs, phases } from './support/job.ts';
import { judge } from './support/judge.ts';
import { askAll, judgeAll, stopAll, untilAll } from './support/many.ts';
import type { SekishoProcess } from './support/sekisho-process.ts';
import { sleepSeconds, until } from './support/until.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });

/** More than one server can have in hand at once, which is four passes of eight calls. */
const count = process.env.SEKISHO_CRASH === 'all' ? 200 : 80;

let house: Installation | null = null;
let postgres: Postgres | null = null;

afterEach(async () => {
  await house?.close();
  await postgres?.stop();
  house = null;
  postgres = null;
});

describe.skipIf(inject('database').kind !== 'postgres')('on PostgreSQL', () => {
  test(`two servers share ${count} leases, each works on some, one sleeps and one dies meanwhile, and every lease is launched and ended once`, async () => {
    house = await install({ claimSeconds: 15, quota: 1000 });
    const first = await house.start();
    const second = await house.start({ beside: true });
    const servers = [first, second];

    // Whoever launches first sleeps until the other has launched as well: so both do, whoever is quicker.
    for (const server of servers) await server.aim({ stopAt: 'after:launch' });
    const asking = askAll(house, servers, count);
    asking.catch(() => undefined);
    for (const server of servers) await untilStopped(server);
    await sleepSeconds(house.claimSeconds + 1);
    for (const server of servers) server.signal('SIGCONT');
    const ids = await asking;
    await untilAll(house, ids, 'active');
    for (const server of servers) expect(timesOf(server, 'after:launch')).toBeGreaterThan(0);

    // One dies once it has ended one; the other sleeps once it has, until then.
    await first.aim({ dieAt: 'after:terminate' });
    await second.aim({ stopAt: 'after:terminate' });
    const stopping = stopAll(house, servers, ids);
    stopping.catch(() => undefined);
    expect(await first.ended).toEqual({ code: null, signal: 'SIGKILL' });
    await untilStopped(second, 2);
    const third = await house.start();
    await third.ready;
    second.signal('SIGCONT');
    await stopping;
    await untilAll(house, ids, 'ended');
    for (const server of servers) expect(timesOf(server, 'after:terminate')).toBeGreaterThan(0);
    await judgeAll(house, ids);
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

function untilStopped(server: SekishoProcess, times = 1): Promise<true> {
  return until('a server to sleep', async () => (server.stops >= times ? true : null));
}

function timesOf({ steps }: SekishoProcess, step: string): number {
  return steps.filter((each) => each === step).length;
}
