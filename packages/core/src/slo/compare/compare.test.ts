import type { SloConfig, SloView } from '@sekisho/config';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { clearDatabase } from '../../../test/clear-database.ts';
import { sloScene } from '../../../test/slo-scene.ts';
import { sloConfig } from '../../../test/slos.ts';
import type { Database } from '../../platform/database/database.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { type LinesRead, noLines, shapeOf } from '../ingest/read-lines/lines-read.ts';
import { noteLines } from '../ingest/read-lines/store.ts';
import { noteFailure } from '../ingest/sources/store.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => clearDatabase(database));

const view = (name: SloView['name'], standsFor: SloView['standsFor'] = null) =>
  sloConfig({
    ...{ id: name, target: 0.99, view: { name, standsFor } },
    indicator: { kind: 'measured', source: 'metrics', query: { of: name } },
  });
const users = view('beacon');
const balancer = view('load-balancer', { view: 'beacon', shown: '2026-10-01' });
const plain = sloConfig({ id: 'latency' });
const measured = (source: string, of: string): SloConfig['indicator'] => ({
  ...{ kind: 'measured', source, query: { of } },
});
const parts = [
  { name: 'search', weight: 1, indicator: measured('metrics', 'search') },
  { name: 'checkout', weight: 3, indicator: measured('edge', 'checkout') },
  { name: 'cart', weight: 1, indicator: measured('edge', 'cart') },
];
const shop = sloConfig({
  ...{ id: 'shop', target: 0.99, indicator: measured('metrics', 'search'), parts },
  view: { name: 'beacon', standsFor: null },
});
const [search, checkout] = parts.map(({ indicator }) => sloConfig({ indicator }));

describe('slo.views', () => {
  it('sets the views of a service side by side, and says where users lose more', async () => {
    const { world, now, give } = await sloScene(database, [plain, balancer, users]);
    const since = now() - 2 * 1440;
    await give(balancer, since, now(), { good: 100 });
    await give(users, since, now() - 180, { good: 100 });
    await give(users, now() - 180, now(), { good: 60, bad: 40 });
    const answer = await world.as('auditor', 'slo.views', { service: 'checkout', from: '2d' });
    expect(answer).toMatchObject({ service: 'checkout', bucketMinutes: 60 });
    expect(answer.views.map((each) => [each.view, each.slo, each.badHours])).toEqual([
      ['beacon', 'beacon', 3],
      ['load-balancer', 'load-balancer', 0],
    ]);
    const [first, second] = answer.views;
    expect(first).toMatchObject({ good: 280_800, bad: 7200, coverage: 1, target: 0.99 });
    expect(first?.points).toHaveLength(48);
    expect(first?.points.at(-1)).toEqual({
      ...{ at: answer.to, good: 3600, bad: 2400, coverage: 1, badHours: 1 },
    });
    // One trouble of users did not show: too few to judge by.
    expect(second?.standsFor).toEqual({
      ...{ view: 'beacon', shown: '2026-10-01', verdict: 'not-enough' },
    });
    expect(answer.pairs).toMatchObject([
      {
        ...{ near: 'beacon', far: 'load-balancer', hours: 48, because: ['too-few-troubles'] },
        badHours: { near: 3, far: 0, both: 0 },
        gap: { value: 7200 / 288_000 },
      },
    ]);
    expect(answer.pairs[0]?.gap.worst).toHaveLength(3);
  });

  it('gives thirty days by the day, and nothing where no file says which view is which', async () => {
    const { world } = await sloScene(database, [plain, users]);
    const whole = await world.as('auditor', 'slo.views', { service: 'checkout' });
    expect([whole.bucketMinutes, whole.views[0]?.points.length]).toEqual([1440, 30]);
    expect(whole.views[0]).toMatchObject({ sli: null, coverage: 0 });
    const { world: other } = await sloScene(database, [plain]);
    const none = await other.as('auditor', 'slo.views', { service: 'checkout' });
    expect([none.views, none.pairs]).toEqual([[], []]);
  });

  it('knows no service that is not there, and no span that ends before it begins', async () => {
    const { world } = await sloScene(database, [users]);
    await expect(world.as('auditor', 'slo.views', { service: 'nothing' })).rejects.toMatchObject({
      code: 'service-not-found',
    });
    const backwards = { service: 'checkout', from: '1d', to: '3d' };
    await expect(world.as('auditor', 'slo.views', backwards)).rejects.toMatchObject({
      code: 'bad-input',
    });
  });
});

describe('slo.sources', () => {
  it('tells how each source does, what hangs on it, and how much it measured', async () => {
    const { world, now, give } = await sloScene(database, [plain, users]);
    await give(users, now() - 720, now(), { good: 1 });
    const [metrics, ...others] = await world.as('auditor', 'slo.sources', {});
    expect(others).toEqual([]);
    expect(metrics).toMatchObject({
      ...{ source: 'metrics', kind: 'push', state: 'well', behindMinutes: 0, failure: null },
      slos: [
        { id: 'latency', coverage: 0 },
        { id: 'beacon', coverage: 0.5 },
      ],
    });
  });

  it('tells how many lines were not understood, and what they looked like', async () => {
    const { world } = await sloScene(database, [users]);
    const strange = { reason: 'time', lines: 2, shape: shapeOf('user@example.com 2026-13-01 /x') };
    const note = (all: readonly LinesRead[]) =>
      transactAsSystem(world.core.house, (tx) => noteLines(tx, 'metrics', all));
    await note([{ lines: 10, unparsed: [strange] }, noLines]);
    await note([{ lines: 20, unparsed: [{ ...strange, lines: 1 }] }]);
    const [metrics] = await world.as('auditor', 'slo.sources', {});
    expect(metrics?.lines).toEqual({
      ...{ total: 30, unparsed: 3 },
      reasons: [{ reason: 'time', lines: 3, shape: 'aaa…@aaa….aaa 9999-99-99 /a' }],
    });
  });

  it('tells in its own words why one cannot be read', async () => {
    const { world } = await sloScene(database, [users]);
    const failure = { code: 'denied', message: 'no such token', leastSeconds: 0 };
    await transactAsSystem(world.core.house, (tx) => noteFailure(tx, 'metrics', failure));
    const [metrics] = await world.as('auditor', 'slo.sources', { service: 'checkout' });
    expect(metrics?.state).toBe('failing');
    expect(metrics?.failure).toMatchObject({ code: 'denied', message: 'no such token', times: 1 });
    expect(metrics?.failure?.nextAttemptAt).not.toBeNull();
  });
});

describe('a composite SLO', () => {
  it('hangs on each of its sources, counts all of them, and is as far as the last', async () => {
    const { world, now, give } = await sloScene(database, [shop, plain]);
    if (!search || !checkout) throw new Error('the composite has parts');
    await give(search, now() - 720, now(), { good: 9, bad: 1 });
    await give(checkout, now() - 1445, now(), { good: 1 });
    const sources = await world.as('auditor', 'slo.sources', { service: 'checkout' });
    // Of the parts at the edge the one that weighs three times as much was measured.
    expect(sources.map(({ source, slos }) => [source, slos])).toEqual([
      ['edge', [{ id: 'shop', coverage: 0.75 }]],
      [
        'metrics',
        [
          { id: 'shop', coverage: 0.5 },
          { id: 'latency', coverage: 0 },
        ],
      ],
    ]);
    const { views } = await world.as('auditor', 'slo.views', { service: 'checkout', from: '1d' });
    expect(views).toMatchObject([
      { slo: 'shop', source: 'metrics, edge', good: 715 * 9 + 1435, bad: 715 },
    ]);
    expect(Date.parse(views[0]?.asOf ?? '')).toBe((now() - 5) * 60_000);
  });

  it('says which of its sources cannot be read', async () => {
    const { world, now, give, judge } = await sloScene(database, [shop]);
    if (!search) throw new Error('the composite has parts');
    await give(search, now() - 720, now(), { good: 9 });
    await judge();
    const shown = () => world.as('sre', 'slo.show', { id: 'shop' });
    expect((await shown()).sourceHealth).toBeNull();
    const failure = { code: 'denied', message: 'no such token', leastSeconds: 0 };
    await transactAsSystem(world.core.house, (tx) => noteFailure(tx, 'edge', failure));
    expect((await shown()).sourceHealth).toMatchObject({
      ...{ succeededAt: null, failure: { code: 'denied', message: 'edge: no such token' } },
    });
  });
});
