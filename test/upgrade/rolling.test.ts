import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { type Installation, install } from '../crash/support/installation.ts';
import { askAll, judgeAll, stopAll, untilAll } from '../crash/support/many.ts';
import { until } from '../crash/support/until.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { installPrevious, type Previous, previousRelease } from './previous.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

const release = previousRelease();
const isPostgres = inject('database').kind === 'postgres';
if (isPostgres && release === null)
  console.warn('No rolling upgrade is tried: there is no release before this one.');

/** Seconds after its deadline in which a lease must have ended, whoever of the two looks after it. */
const lateness = 45;

let house: Installation | null = null;
let postgres: Postgres | null = null;
let previous: Previous | null = null;

afterEach(async () => {
  await house?.close();
  await postgres?.stop();
  previous?.remove();
  house = null;
  postgres = null;
  previous = null;
});

describe.skipIf(!isPostgres || release === null)(`beside ${release ?? 'a release'}`, () => {
  test('a server of this tree joins one of the release under load, migrates beneath it, and another takes its place: every lease is launched and ended once, none late', async () => {
    previous = installPrevious(release ?? '');
    const { program, yaml } = previous;
    // What the release can read, this tree must be able to read as well.
    postgres = await startPostgres();
    const databaseUrl = await postgres.createDatabase('upgrade');
    house = await install({ databaseUrl, claimSeconds: 15, quota: 1000, edit: () => yaml });
    const old = await house.start({ program });
    await old.ready;
    const early = await askAll(house, [old], 12);
    await untilAll(house, early, 'active');

    // This tree migrates while the release asks, launches and gives back.
    const more = askAll(house, [old], 12);
    more.catch(() => undefined);
    const leaving = stopAll(house, [old], early.slice(0, 6));
    leaving.catch(() => undefined);
    const now = await house.start({ beside: true });
    await now.ready;
    const ids = [...early, ...(await more)];
    await leaving;

    // Both work: the old one on a schema that it does not know.
    const both = await askAll(house, [old, now], 12);
    ids.push(...both);
    await untilAll(house, [...early.slice(6), ...ids.slice(12)], 'active');
    const short = await askShort(house, 6);
    await untilAll(house, short, 'active');

    // The old one goes in the middle of ending some.
    const doomed = stopAll(house, [old, now], ids.slice(6, 18));
    doomed.catch(() => undefined);
    await until('an end to be begun', async () =>
      [old, now].some(({ steps }) => steps.includes('after:terminate')) ? true : null,
    );
    old.signal('SIGKILL');
    await old.ended;
    // Its place is taken by another of this tree, which answers whoever still waits for the old one.
    const next = await house.start();
    await next.ready;
    await doomed;
    await stopAll(house, [now, next], ids.slice(18));
    await untilAll(house, [...ids, ...short], 'ended');

    await judgeAll(house, ids);
    await judgeShort(house, short);
    expect(now.steps).toContain('after:terminate');
  });
});

/** Leases that end by their deadline, which is before the old server is gone, or soon after. */
async function askShort({ caller }: Installation, count: number): Promise<string[]> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const ask = (number: number) =>
    caller.as('sre', 'ops.start', { environment: 'staging', for: '1m', reason: `short ${number}` });
  return (await Promise.all(numbers.map(ask))).map(({ id }) => id);
}

async function judgeShort({ sky, caller }: Installation, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    expect(await sky.launchedFor(id), `servers ever launched for ${id}`).toHaveLength(1);
    const { deadline, endedAt } = await caller.as('sre', 'ops.show', { id });
    const late = (Date.parse(endedAt ?? '') - Date.parse(deadline ?? '')) / 1000;
    expect(late, `seconds that ${id} ended after its deadline`).toBeLessThan(lateness);
    expect(late).toBeGreaterThanOrEqual(0);
  }
}
