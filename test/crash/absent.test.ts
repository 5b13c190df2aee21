import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Installation, install } from './support/installation.ts';
import { type Job, live, newJobs, untilLease } from './support/job.ts';
import { ask, leaseOf, lend, newCast, rows, untilState } from './support/lent/cast.ts';
import { openJobs } from './support/lent/jobs.ts';
import { allowed, judgeAssignments } from './support/lent/judge.ts';
import { policiesOf } from './support/lent/world.ts';
import { sleepSeconds, until } from './support/until.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

let house: Installation | null = null;

afterEach(async () => {
  await house?.close();
  house = null;
});

describe('while one of the two is down', () => {
  test('AWS: a lease whose deadline passed meanwhile is taken back when it answers', async () => {
    house = await install();
    const first = await house.start();
    const id = await launched(house, '30m');
    // The next server finds the deadline passed, however long it takes to come.
    await house.skip(31 * 60);
    await house.awsGoes();
    first.signal('SIGKILL');
    await first.ended;
    await house.start();
    const revoking = await untilLease(house, { id }, ({ state }) => state === 'revoking');
    expect(revoking.ending).toBe('deadline');
    // Long enough for the engine to have been refused, and to be waiting for its next try.
    await sleepSeconds(3);
    await house.awsComes();
    const ended = await untilLease(house, { id }, ({ state }) => state === 'ended');
    expect(ended.missing).toBeNull();
    expect(await house.sky.livingOf(id)).toEqual([]);
  });

  test('Sekisho: the schedule made before the launch ends the server at the hard maximum, whatever its root did', async () => {
    house = await install();
    const { sky, caller } = house;
    const server = await house.start();
    await server.ready;
    const [job] = newJobs();
    if (job === undefined) throw new Error('no job');
    await live(house, 'launch', [job]);
    const { hardMaximum } = await caller.as('sre', 'ops.show', { id: job.id });
    const [instance] = await sky.livingOf(job.id);
    await sky.act('stop-timers', instance?.id ?? '');
    server.signal('SIGKILL');
    await server.ended;
    const left = (Date.parse(hardMaximum ?? '') - Date.now()) / 1000;
    await sky.skip(Math.floor(left) - 60);
    expect(await sky.livingOf(job.id), 'a minute before the hard maximum').toHaveLength(1);
    await sky.skip(62);
    await until('the schedule to end the server', async () =>
      (await sky.livingOf(job.id)).length === 0 ? true : null,
    );
    await house.start();
    const ended = await untilLease(house, job, ({ state }) => state === 'ended');
    expect(ended.ending).toBe('resource-gone');
  });

  test('Sekisho: what was lent to people goes by its switch and what was lent to jobs by its own end, and what stood before stays', async () => {
    const jobs = await openJobs();
    try {
      const here = await install({ edit: jobs.edit });
      house = here;
      const { sky } = here;
      const server = await here.start();
      const cast = newCast(jobs);
      await ask(here, cast);
      await lend(here, cast);
      const { ids, keys } = cast;
      const maxima = await Promise.all(
        [ids.access, ids.long, ids.window].map(async (id) =>
          Date.parse((await leaseOf(here, id)).hardMaximum ?? ''),
        ),
      );
      server.signal('SIGKILL');
      await server.ended;
      await here.skip(Math.floor((Math.min(...maxima) - Date.now()) / 1000) - 60);
      await judgeAssignments(here, [rows.kept, rows.access, rows.long]);
      const left = (Math.max(...maxima) - Date.parse((await sky.state()).now)) / 1000;
      await here.skip(Math.ceil(left) + 2);
      const isGone = () =>
        judgeAssignments(here, [rows.kept]).then(
          () => true,
          () => null,
        );
      await until('the switches to take it away', isGone);
      // Its policy is still there: it is its condition that shuts it.
      expect(policiesOf(await sky.state(), 'sekisho-ci-window')).toHaveLength(1);
      expect(await allowed(here, keys)).toEqual({ broker: false, window: false, stranger: false });
      await here.start();
      for (const id of [ids.access, ids.kept, ids.long, ids.broker, ids.window]) {
        await untilState(here, id, 'ended');
      }
    } finally {
      jobs.close();
    }
  });
});

async function launched({ caller }: Installation, span: string): Promise<Job['id']> {
  const ask = { environment: 'staging', for: span, reason: 'look at the slow query' };
  const { id } = await caller.as('sre', 'ops.start', ask);
  await untilLease({ caller }, { id }, ({ state }) => state === 'active');
  return id;
}
