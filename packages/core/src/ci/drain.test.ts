import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { practiceConfig } from '../../../../test/support/world.ts';
import { type CiWorld, createCiWorld, withCi } from '../../test/ci.ts';
import { clearDatabase } from '../../test/clear-database.ts';
import { refusal } from '../../test/leases.ts';

const account = '222222222222';
const windowRole = `arn:aws:iam::${account}:role/sekisho-ci-window`;
const anything = 'iam:CreateRole';
const claims = {
  aud: 'sts.amazonaws.com',
  sub: 'repo:acme/infra:environment:production',
  repository_id: '7001',
  job_workflow_ref: 'acme/infra/.github/workflows/apply.yml@refs/heads/main',
  environment: 'production',
};
/** Both approaches may drain for ten minutes. */
const draining = (yaml: string) =>
  withCi(yaml).replace('approach: window', 'approach: window\n          drain: 10m');

let world: CiWorld;
beforeAll(async () => {
  world = await createCiWorld(practiceConfig(draining));
});
beforeEach(() => clearDatabase(world.database));
afterAll(() => world.database.close());

const show = (id: string) => world.as('sre', 'lease.show', { id });

/** A lease a minute past its deadline of an hour, and whether what its job was given still works. */
async function drained(purpose: 'drained' | 'open') {
  const asked = () => world.exchange({ purpose });
  const { lease } = await asked();
  await world.as('sre', 'lease.approve', { id: lease });
  await world.live(30);
  world.clock.turn(3500);
  const { credentials, role } = await asked();
  world.clock.turn(130);
  await world.live(2);
  const key = () =>
    credentials ?? world.aws.enter(windowRole, role?.sessionName ?? '', claims, 3600);
  return { lease, works: () => world.aws.mayDo(key(), anything) };
}

describe.each(['drained', 'open'] as const)('a lease for "%s" that drains', (purpose) => {
  it('is being taken back until it has drained, and nothing is wrong with it meanwhile', async () => {
    const { lease, works } = await drained(purpose);
    const going = { state: 'revoking', ending: 'deadline', stuck: false, missing: null };
    expect(await show(lease)).toMatchObject(going);
    world.clock.turn(8 * 60);
    await world.live(5);
    expect(await show(lease)).toMatchObject(going);
    expect(works()).toBe(true);
    const again = await world.exchange({ purpose, wait: 20 });
    expect(again).toMatchObject({ state: 'revoking', credentials: null, role: null });
    expect(again.message).toMatch(/works for [12] min more/);
    world.clock.turn(90);
    await world.live(10);
    expect(await show(lease)).toMatchObject({ state: 'ended', ending: 'deadline' });
    expect(works()).toBe(false);
    expect(await refusal(world.as('sre', 'ci.stop', { id: lease }))).toBe('wrong-state');
  });

  it('is cut at once by whoever ends it', async () => {
    const { lease, works } = await drained(purpose);
    world.clock.turn(6 * 60);
    expect(works()).toBe(true);
    await world.as('sre', 'ci.stop', { id: lease, reason: 'leak' });
    await world.live(5);
    expect(works()).toBe(false);
    expect(await show(lease)).toMatchObject({ state: 'ended', ending: 'stopped-by-sre' });
    const entries = await world.as('sre', 'timeline.list', { limit: 200 });
    expect(entries.filter(({ action }) => action === 'lease.stuck')).toEqual([]);
  });

  it('is cut with everything else when everything is stopped', async () => {
    const { lease, works } = await drained(purpose);
    const { leases } = await world.as('sre', 'lease.stop-all', { reason: 'leak' });
    expect(leases).toEqual([lease]);
    await world.as('sre', 'lease.resume', { reason: 'mended' });
    await world.live(5);
    expect(works()).toBe(false);
    expect(await show(lease)).toMatchObject({ state: 'ended', ending: 'stop-all' });
  });

  it('is cut once its job is done', async () => {
    const { lease, works } = await drained(purpose);
    expect((await world.finish(lease)).state).toBe('revoking');
    await world.live(5);
    expect(works()).toBe(false);
    expect(await show(lease)).toMatchObject({ state: 'ended', ending: 'returned' });
  });
});
