import type { Config, SloConfig } from '@sekisho/config';
import { systemPrincipal, takePush, transact } from '@sekisho/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { clearDatabase, lateSlo } from '../../../../test/support/slos.ts';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import {
  createWorld,
  practiceConfig,
  type TestWorld,
  turnableClock,
} from '../../../../test/support/world.ts';
import { type FakePull, useFakeGithub } from '../../test/fake-github.ts';
import { githubTeller, pullsLister } from './open-github.ts';

vi.setConfig({ testTimeout: 60_000 });

const github = useFakeGithub();
const slo: SloConfig = lateSlo({
  ...{ id: 'shop-answers', service: 'shop', target: 0.99 },
  indicator: { kind: 'measured', source: 'push', query: { service: 'shop' } },
});
const shop = { name: 'shop', displayName: null, owners: [], repositories: ['example/shop'] };
const clock = turnableClock('2026-05-01T10:30:00Z');
const now = () => clock.now().getTime();
const failures: string[] = [];
const options = {
  ...{ fetch, now, secret: () => 't0ken' as string | undefined },
  logger: { error: () => undefined } as never,
};
let config: Config;
let worlds: readonly TestWorld[] = [];

beforeAll(async () => {
  config = {
    ...practiceConfig(),
    ...{ slos: [slo], services: { shop } },
    github: {
      ...{ api: github.api, tokenVariable: 'T', webhookSecretVariable: 'S', fixLabels: ['fix'] },
      ...({ whenSpent: 'failure', language: 'en' } as const),
    },
    sources: {
      push: { name: 'push', kind: 'push', latenessMinutes: 0, format: 'jsonl', fields: null },
    },
  };
  const database = await openTestDatabase();
  const onFailure = (what: string, error: unknown) =>
    void failures.push(`${what}: ${(error as Error).message}`);
  const pulls = pullsLister(() => config, options);
  const world = () => createWorld({ database, clock, config, pulls, onFailure });
  worlds = [await world(), await world()];
});
afterAll(() => worlds[0]?.database.close());
beforeEach(async () => {
  failures.length = 0;
  services({ shop });
  await clearDatabase(the().database);
  // A process remembers what it read of a database: each test lives in a window of its own.
  clock.turn(60 * 86_400);
  await the().core.begin();
  clock.turn(1);
});

function the(): TestWorld {
  const [world] = worlds;
  if (world === undefined) throw new Error('there is none yet');
  return world;
}

/** The houses read it at each turn. */
function services(all: Config['services']): void {
  Object.assign(config, { services: all });
}

/** A minute later: whatever is due is listed by whichever replica comes first, and told. */
async function minute(): Promise<void> {
  clock.turn(61);
  await the().core.runLoops();
  await Promise.all(worlds.map(({ core }) => core.listPulls()));
  const tell = githubTeller(the().core, options);
  while ((await tell()) > 0) continue;
}

async function measured(bad: number): Promise<void> {
  const { house } = the().core;
  const at = Math.floor(now() / 60_000);
  const counts = { good: 100 - bad, bad, excluded: 0, clientErrors: 0 };
  const minutes = Array.from({ length: 10 }, (_, one) => ({ minute: at - 10 + one, ...counts }));
  const push = { service: 'shop', source: 'web', segment: `at-${at}`, extent: 1, minutes };
  await transact(house, systemPrincipal(clock.now()), (tx) => takePush(tx, 'push', push as never));
}

const sha = (number: number) => number.toString(16).padStart(40, '0');
const pull = (number: number, more: Partial<FakePull> = {}): FakePull => ({
  ...{ number, head: sha(number), updatedAt: new Date(now() - 40 * 86_400_000), ...more },
});
const listings = () => github.asked.filter(({ method }) => method === 'GET');
const told = () =>
  github
    .statuses()
    .map(({ path, body }) => `${Number.parseInt(path.slice(-40), 16)} ${body?.['state'] ?? ''}`)
    .toSorted();

describe('open pull requests of which no event came', () => {
  it('get their status when a server starts, from one replica, and none that they show already', async () => {
    github.pulls.set('example/shop', [pull(7), pull(8, { labels: ['docs'] })]);
    await measured(0);
    await minute();
    expect(listings().map(({ path, status }) => [path, status])).toEqual([
      [
        '/api/v3/repos/example/shop/pulls?state=open&sort=updated&direction=desc&per_page=100&page=1',
        200,
      ],
    ]);
    expect(told()).toEqual(['7 success', '8 success']);
    await minute();
    expect(listings()).toHaveLength(1);
    await the().core.begin();
    await minute();
    expect(listings().map(({ status }) => status)).toEqual([200, 304]);
    expect(told()).toHaveLength(2);
  });

  it('follow a budget that changes sides, also those that were opened meanwhile', async () => {
    github.pulls.set('example/shop', [pull(7)]);
    await measured(0);
    await minute();
    clock.turn(1200);
    github.pulls.set('example/shop', [pull(9, { labels: ['Fix'] }), pull(8), pull(7)]);
    await measured(50);
    await minute();
    expect(listings()).toHaveLength(2);
    expect(told()).toEqual(['7 failure', '7 success', '8 failure', '9 success']);
  });

  it('are found within an hour where events are lost, and those that are gone are let go', async () => {
    github.pulls.set('example/shop', [pull(7), pull(8)]);
    await measured(0);
    await minute();
    github.pulls.set('example/shop', [
      pull(9),
      pull(8, { head: sha(80), updatedAt: new Date(now()) }),
    ]);
    clock.turn(3600);
    await minute();
    expect(told()).toEqual(['7 success', '8 success', '80 success', '9 success']);
    await measured(50);
    await minute();
    expect(told().filter((one) => one.endsWith('failure'))).toEqual(['80 failure', '9 failure']);
  });

  it('are listed page by page, up to a thousand of a repository, each told once', async () => {
    const many = Array.from({ length: 1101 }, (_, at) => pull(at + 1));
    github.pulls.set('example/shop', many);
    clock.turn(61);
    await the().core.listPulls();
    expect(listings().map(({ path }) => Number(path.split('&page=')[1]))).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ]);
    const { rows } = await ordersFor(the());
    expect(rows).toBe(1000);
  });

  it('are listed as soon as a service names their repository', async () => {
    github.pulls.set('example/shop', []);
    github.pulls.set('example/web', [pull(3)]);
    await minute();
    services({ shop: { ...shop, repositories: ['example/shop', 'example/web'] } });
    await minute();
    expect(listings().map(({ path }) => path.split(/[/?]/)[5])).toEqual(['shop', 'web']);
    expect(told()).toEqual(['3 success']);
  });
});

describe('a listing that fails', () => {
  it('holds up no other repository, says what to look at, and is tried again ever more seldom', async () => {
    services({ shop: { ...shop, repositories: ['example/gone', 'example/shop'] } });
    github.pulls.set('example/shop', [pull(7)]);
    for (let at = 0; at < 8; at += 1) await minute();
    expect(told()).toEqual(['7 success']);
    expect(failures[0]).toMatch(
      /^slo-pulls: GitHub answered 404 .* example\/gone; look at .*token/,
    );
    // After one, two and four minutes.
    expect(listings().filter(({ status }) => status === 404)).toHaveLength(4);
  });

  it('waits for as long as GitHub asks, also with what it would tell', async () => {
    github.pulls.set('example/shop', [pull(7)]);
    github.answers.push({ status: 403, headers: { 'retry-after': '600' } });
    for (let at = 0; at < 9; at += 1) await minute();
    expect(github.asked).toHaveLength(1);
    expect(failures).toEqual([]);
    await minute();
    await minute();
    expect(listings().map(({ status }) => status)).toEqual([403, 200]);
    expect(told()).toEqual(['7 success']);
  });

  it('loses nothing when GitHub is away or talks nonsense', async () => {
    github.pulls.set('example/shop', [pull(7)]);
    github.answers.push({ status: 502 }, { status: 200, body: '[{"number":1}]' });
    for (let at = 0; at < 5; at += 1) await minute();
    expect(listings().map(({ status }) => status)).toEqual([502, 200, 200]);
    expect(failures).toHaveLength(2);
    expect(told()).toEqual(['7 success']);
  });
});

async function ordersFor({ database }: TestWorld): Promise<{ readonly rows: number }> {
  const rows = await database.kysely
    .selectFrom('outbox')
    .select('id')
    .where('topic', '=', 'github')
    .where('next_attempt_at', 'is not', null)
    .execute();
  return { rows: rows.length };
}
