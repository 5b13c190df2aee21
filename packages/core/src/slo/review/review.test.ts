import { isoOf, minuteOf } from '@sekisho/objectives/minutes';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { clearDatabase } from '../../../test/clear-database.ts';
import { entriesDuring, refusal } from '../../../test/leases.ts';
import { type SloScene, sloScene } from '../../../test/slo-scene.ts';
import { sloConfig } from '../../../test/slos.ts';
import type { Database } from '../../platform/database/database.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => clearDatabase(database));

const checkout = sloConfig({ target: 0.99 });
const search = sloConfig({
  ...{ id: 'search-availability', service: 'search', target: 0.999 },
  indicator: { kind: 'measured', source: 'metrics', query: { of: 'search' } },
});
const id = checkout.id;
const month = '2026-10';
const at = (iso: string) => minuteOf(Date.parse(iso));
const october = { from: at('2026-09-30T15:00Z'), to: at('2026-10-31T15:00Z') };

/** October of Tokyo, ten good requests a minute, and ten that failed for an hour on two days. */
async function octoberOf(): Promise<SloScene> {
  const scene = await sloScene(database, [checkout, search], '2026-11-02T00:00:00Z');
  await scene.give(checkout, october.from - 1440, october.to + 1440, { good: 10 });
  for (const day of ['10', '20'])
    await scene.give(checkout, at(`2026-10-${day}T03:00Z`), at(`2026-10-${day}T04:00Z`), {
      bad: 10,
    });
  await scene.judge();
  return scene;
}

const review = async ({ world }: SloScene, input: object = {}) =>
  world.as('auditor', 'slo.review', { month, ...input });
const first = async (scene: SloScene) => {
  const [one] = (await review(scene, { slo: id })).slos;
  if (one === undefined) throw new Error('there is none');
  return one;
};

describe('the review of a month', () => {
  it('is of the house’s own month, by its clock, and the last that is over unless another is named', async () => {
    const scene = await octoberOf();
    const found = await scene.world.as('auditor', 'slo.review', {});
    expect(found).toMatchObject({
      ...{ month, timeZone: 'Asia/Tokyo', over: true, state: 'not-started', reviewed: 0 },
      ...{ from: isoOf(october.from), to: isoOf(october.to), leftOut: 0 },
    });
    const [one, other] = found.slos;
    expect(one).toMatchObject({
      ...{ id, state: 'not-started', decision: null },
      budget: { total: 31 * 14_400 + 1200, bad: 1200, allowed: 4476, full: true, target: 0.99 },
      traffic: { good: 31 * 14_400, bad: 1200 },
      days28: { total: 28 * 14_400 + 1200, bad: 1200 },
      days7: { total: 7 * 14_400, bad: 0 },
      own: { total: 30 * 14_400 + 1200, bad: 1200 },
    });
    expect(other).toMatchObject({ id: search.id, budget: null, hints: [{ what: 'no-data' }] });
    const now = await review(scene, { month: '2026-11' });
    expect(now).toMatchObject({ over: false, month: '2026-11' });
    expect(await refusal(review(scene, { month: '2026-12' }))).toBe('month-ahead');
    for (const none of ['2026-13', '1969-12', 'October'])
      expect(await refusal(review(scene, { month: none }))).toBe('month-ahead');
  });

  it('says where the budget went: what was noted takes its minutes once, the rest is unexplained', async () => {
    const scene = await octoberOf();
    const note = (kind: 'deploy' | 'incident', from: string, to?: string) =>
      scene.world.as('engineer', 'timeline.note', {
        ...{ kind, service: 'checkout', text: kind, from },
        ...(to === undefined ? {} : { to }),
      });
    await note('deploy', '2026-10-10T02:30Z');
    await note('incident', '2026-10-10T03:20Z', '2026-10-10T03:50Z');
    const elsewhere = { kind: 'deploy', service: 'search', text: 'another service' } as const;
    const span = { from: '2026-10-20T03:00Z', to: '2026-10-20T04:00Z' };
    await scene.world.as('engineer', 'timeline.note', { ...elsewhere, ...span });
    const { attribution, hints } = await first(scene);
    expect(attribution).toMatchObject({ bad: 1200, unexplained: 600, assumed: 0, cut: false });
    expect(attribution?.causes).toMatchObject([
      { kind: 'deploy', who: 'engineer', bad: 300, minutes: 30, touched: 600 },
      { kind: 'incident', title: 'incident', bad: 300, minutes: 30, touched: 300 },
    ]);
    expect(attribution?.stretches).toEqual([
      { from: '2026-10-20T03:00:00Z', to: '2026-10-20T04:00:00Z', bad: 600, paged: false },
    ]);
    expect(hints).toContainEqual({ what: 'explain', count: 600, target: null, id: null });
  });

  it('judges a past month by the targets of then, whatever was agreed since', async () => {
    const scene = await octoberOf();
    const asked = { id, target: 95, reason: 'too strict' };
    const { id: proposal } = await scene.world.as('engineer', 'slo.propose', asked);
    expect((await first(scene)).proposals).toMatchObject([{ id: proposal, state: 'open' }]);
    await scene.world.as('sre', 'slo.accept', { id: proposal });
    await scene.pass(checkout, 60, { good: 10 });
    const then = await first(scene);
    expect(then).toMatchObject({ budget: { target: 0.99, allowed: 4476 }, proposals: [] });
    expect(then.targets).toEqual([{ from: null, target: 0.99 }]);
    const now = await review(scene, { slo: id, month: '2026-11' });
    expect(now.slos[0]?.targets).toMatchObject([{ target: 0.99 }, { target: 0.95 }]);
  });

  it('shows the budget with and without corrections, and what each took out', async () => {
    const scene = await octoberOf();
    const span = { from: '2026-10-20T02:30Z', to: '2026-10-20T03:30Z' };
    const asked = { slos: [id], reason: 'announced', ...span };
    const correction = await scene.world.as('engineer', 'slo.correct', asked);
    await scene.world.as('sre', 'slo.accept', { id: correction.id });
    const { budget, raw, corrections, attribution } = await first(scene);
    expect([budget?.bad, raw?.bad, attribution?.bad]).toEqual([900, 1200, 900]);
    expect(corrections).toMatchObject([
      { id: correction.id, why: 'announced', agreedBy: 'sre', bad: 300, minutes: 60 },
    ]);
  });

  it('goes from not started over in progress to reviewed, with who decided what on the timeline', async () => {
    const scene = await octoberOf();
    const { world } = scene;
    expect(await refusal(world.as('support', 'slo.review-start', { month }))).toBe(
      'not-of-service',
    );
    const begun = await world.as('sre', 'slo.review-start', { month });
    expect(begun.started.toSorted()).toEqual([id, search.id]);
    expect(await refusal(world.as('sre', 'slo.review-start', { month }))).toBe('review-begun');
    expect((await review(scene)).state).toBe('in-progress');
    const said = { slo: id, month, decision: 'keep the target' };
    const { entries, answer } = await entriesDuring(world, () =>
      world.as('engineer', 'slo.review-decide', said),
    );
    expect(entries).toMatchObject([
      {
        ...{ action: 'slo.review-decide', subject: id, service: 'checkout' },
        data: { month, bad: 1200, target: 0.99 },
        texts: { decision: 'keep the target' },
      },
    ]);
    const decision = { text: 'keep the target', by: 'engineer', changedSince: false };
    expect(answer).toMatchObject({ state: 'reviewed', decision });
    expect(await review(scene)).toMatchObject({ state: 'in-progress', reviewed: 1, revision: 2 });
    await world.as('sre', 'slo.review-decide', { ...said, slo: search.id });
    expect((await review(scene)).state).toBe('reviewed');
    await world.as('sre', 'slo.review-decide', { ...said, decision: 'lower it after all' });
    expect((await first(scene)).decision).toMatchObject({ text: 'lower it after all', by: 'sre' });
  });

  it('keeps the figures that a decision stood on, and says when late data changed them', async () => {
    const scene = await octoberOf();
    const said = { slo: id, month, decision: 'keep the target' };
    await scene.world.as('sre', 'slo.review-decide', said);
    await scene.give(checkout, at('2026-10-05T00:00Z'), at('2026-10-05T01:00Z'), { bad: 10 });
    expect(await first(scene)).toMatchObject({
      budget: { bad: 1800 },
      decision: { changedSince: true, basis: { bad: 1200, target: 0.99 } },
    });
  });

  it('asks for actions by somebody until some day, and carries over what nobody has done', async () => {
    const scene = await octoberOf();
    const { world } = scene;
    const asked = { slo: id, month, what: 'alert on disk space', owner: 'support' };
    const due = '2026-12-01T14:59:00.000Z';
    const action = await world.as('engineer', 'slo.review-action', { ...asked, due: '2026-12-01' });
    expect(action).toMatchObject({ owner: 'support', due, doneAt: null, askedBy: 'engineer' });
    expect((await first(scene)).actions).toEqual([action]);
    const next = { month: '2026-11' };
    expect((await review(scene, next)).carriedOver).toEqual([action]);
    expect(await refusal(world.as('auditor', 'slo.review-done', { id: action.id }))).toBe(
      'read-only',
    );
    // Whoever it was given to need not be of the service.
    await world.as('support', 'slo.review-done', { id: action.id });
    expect((await review(scene, next)).carriedOver).toEqual([]);
    expect((await first(scene)).actions).toMatchObject([{ doneBy: 'support' }]);
    const again = world.as('sre', 'slo.review-done', { id: action.id });
    expect(await refusal(again)).toBe('review-action-done');
    expect(await refusal(world.as('sre', 'slo.review-done', { id: 'act-nothing' }))).toBe(
      'review-action-not-found',
    );
  });

  it('suggests the next target where history would have kept it, and the same at a second look', async () => {
    const scene = await sloScene(database, [checkout], '2026-11-02T00:00:00Z');
    await scene.give(checkout, october.from, october.to, { good: 10 });
    await scene.judge();
    const { suggestion, hints } = await first(scene);
    expect(suggestion).toMatchObject({ target: 0.995, pages: 0 });
    expect(hints).toMatchObject([{ what: 'raise-target', target: 0.995 }]);
    expect((await first(scene)).suggestion).toEqual(suggestion);
  });
});

describe('a note on the timeline', () => {
  it('is refused for a service that is none, and for a span that is none', async () => {
    const { world } = await octoberOf();
    const note = (more: object) =>
      refusal(
        world.as('engineer', 'timeline.note', {
          ...{ kind: 'deploy', service: 'checkout', text: 'v2', ...more },
        }),
      );
    expect(await note({ service: 'nothing' })).toBe('service-not-found');
    expect(await note({ from: '2026-11-03T00:00Z' })).toBe('bad-input');
    expect(await note({ from: '2026-10-02T00:00Z', to: '2026-10-01T00:00Z' })).toBe('bad-input');
    expect(await note({ from: '2026-08-02T00:00Z', to: '2026-10-01T00:00Z' })).toBe('bad-input');
  });
});
