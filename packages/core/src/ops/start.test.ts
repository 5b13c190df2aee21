import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { promoteImage } from '../../../../test/support/promote-image.ts';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import {
  contextOf,
  createWorld,
  practiceConfig,
  type TestWorld,
  turnableClock,
} from '../../../../test/support/world.ts';
import { refusal } from '../../test/leases.ts';

let world: TestWorld;
const clock = turnableClock('2026-05-01T01:00:00Z');

/** Sandbox: office hours in Tokyo. Production: images of at most three days. Staging: two leases. */
const hours = `workingHours: { days: [mon, tue, wed, thu, fri], from: '09:00', to: '18:00', timeZone: Asia/Tokyo }`;
beforeAll(async () => {
  const config = practiceConfig((yaml) =>
    yaml
      .replace('idleAfter: 30m', 'quota: 2')
      .replace(/(sandbox:\n[^]*?launchTemplate: sekisho-ops-server)/, `$1\n      ${hours}`),
  );
  world = await createWorld({ database: await openTestDatabase(), config, clock });
});
beforeEach(async () => {
  for (const { id } of await world.as('sre', 'ops.list', {})) {
    await refusal(world.as('sre', 'ops.stop', { id }));
  }
  await world.live(5);
});
afterAll(() => world.database.close());

const start = (more: object = {}, who = 'engineer') =>
  world.as(who, 'ops.start', { environment: 'staging', for: '30m', reason: 'look', ...more });

describe('asking for an ops server', () => {
  it('is refused beyond the quota, naming what is open, until one is given back', async () => {
    const first = await start();
    const second = await start();
    const facts = { environment: 'staging', quota: 2, open: [first.id, second.id] };
    await expect(start()).rejects.toMatchObject({ code: 'quota-reached', facts });
    expect(
      (await world.as('engineer', 'ops.quote', { environment: 'staging' })).refusal?.code,
    ).toBe('quota-reached');
    expect((await start({}, 'sre')).state).toBe('approved');
    await world.as('engineer', 'lease.withdraw', { id: first.id });
    expect((await start()).state).toBe('approved');
  });

  it('counts simultaneous asks of a person and their agent against one quota', async () => {
    const agent = {
      ...contextOf('engineer').principal,
      id: 'agent:engineer',
      kind: 'agent' as const,
    };
    const input = { environment: 'staging', reason: 'at once' };
    const asks = Array.from({ length: 10 }, (_, at) =>
      at % 2 === 0
        ? start()
        : world.core.call('ops.start', contextOf('', { principal: agent }), input),
    );
    const answers = await Promise.allSettled(asks);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });

  it('is refused outside working hours, unless it is for later, inside them', async () => {
    clock.turn((Date.parse('2026-05-02T01:00:00Z') - clock.now().getTime()) / 1000);
    const weekend = { environment: 'sandbox' };
    expect(await refusal(start(weekend))).toBe('outside-working-hours');
    const monday = await start({ ...weekend, at: '2026-05-04T09:00:00+09:00' });
    expect(monday).toMatchObject({ state: 'approved', startsAt: '2026-05-04T00:00:00.000Z' });
    expect(await refusal(start({ ...weekend, at: '2026-05-04T18:00:00+09:00' }))).toBe(
      'outside-working-hours',
    );
  });

  it('for later waits until then, and runs its whole time from there', async () => {
    const at = new Date(clock.now().getTime() + 2 * 3600_000).toISOString();
    const { id } = await start({ at });
    await world.live(3600);
    expect((await world.as('engineer', 'ops.show', { id })).state).toBe('approved');
    await world.live(3600 + 30);
    const { state, readyAt, deadline } = await world.as('engineer', 'ops.show', { id });
    expect(state).toBe('active');
    expect(Date.parse(readyAt ?? '')).toBeGreaterThanOrEqual(Date.parse(at));
    expect(Date.parse(deadline ?? '') - Date.parse(readyAt ?? '')).toBe(30 * 60_000);
  });

  it.each([
    ['bad-duration', { for: 'soon' }],
    ['bad-duration', { for: '0m' }],
    ['bad-moment', { at: 'whenever' }],
    ['unknown-size', { size: 'p5.48xlarge' }],
    ['unknown-environment', { environment: '__proto__' }],
    ['unknown-environment', { environment: 'constructor' }],
    ['too-long', { for: '8h1s' }],
    ['bad-input', { reason: '   ' }],
    ['bad-input', { breakGlass: 'yes' }],
    ['break-glass-not-allowed', { breakGlass: true }],
  ])('answers %s to %j, and opens nothing', async (code, wish) => {
    expect(await refusal(start(wish))).toBe(code);
    expect(await world.as('sre', 'ops.list', { holder: 'engineer' })).toEqual([]);
  });

  it('by break-glass starts at once, pages everyone, and owes a review before the next', async () => {
    const fire = { environment: 'production', reason: 'fire', breakGlass: true };
    const { id, ...lease } = await start(fire, 'sre');
    expect(lease).toMatchObject({ state: 'approved', reviewDue: true, approval: { count: 0 } });
    const pages = await world.database.kysely
      .selectFrom('outbox')
      .select('payload')
      .where('topic', '=', 'page')
      .execute();
    expect(pages.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ notice: 'break-glass', lease: id }),
    );
    const facts = { lease: id };
    await expect(start(fire, 'sre')).rejects.toMatchObject({ code: 'review-owed', facts });
    const quote = await world.as('sre', 'ops.quote', fire);
    expect(quote.refusal).toMatchObject({ code: 'review-owed' });
    await world.as('sre', 'ops.stop', { id });
    await world.live(60);
    await expect(start(fire, 'sre')).rejects.toMatchObject({ code: 'review-owed', facts });
    expect((await start({}, 'sre')).state).toBe('approved');
    const review = { id, text: 'The worker hung; restarted it.' };
    expect(await refusal(world.as('engineer', 'lease.review', review))).toBe('not-yours');
    expect(await refusal(world.as('sre', 'lease.review', { id, text: 'short' }))).toBe('bad-input');
    expect(await world.as('sre', 'lease.review', review)).toMatchObject({ reviewDue: false });
    expect(await refusal(world.as('sre', 'lease.review', review))).toBe('no-review-owed');
    expect((await start(fire, 'sre')).state).toBe('approved');
  });

  it.each([
    ['throttle', 'cloud-throttled'],
    ['denied', 'cloud-denied'],
    ['lost-request', 'cloud-unreachable'],
  ] as const)('answers %s in the cloud with %s, and opens nothing', async (kind, code) => {
    world.cloud.world.faults = [{ kind }];
    expect(await refusal(start())).toBe(code);
    world.cloud.world.faults = [];
    expect(await world.as('sre', 'ops.list', { holder: 'engineer' })).toEqual([]);
  });
});

it('an image past the age from which the environment warns is told in the quote and on the lease', async () => {
  const config = practiceConfig((yaml) =>
    yaml.replace('idleAfter: 30m', 'imageAge: { warnAfter: 10d, refuseAfter: 30d }'),
  );
  const database = await openTestDatabase();
  const strict = await createWorld({ database, config });
  const wish = { environment: 'staging', reason: 'look' };
  const quote = () => strict.as('engineer', 'ops.quote', wish);
  expect(await quote()).toMatchObject({ imageAgeDays: 12, imageOld: true });
  expect(await strict.as('engineer', 'ops.start', wish)).toMatchObject({ imageOld: true });
  strict.clock.turn(24 * 3600);
  expect(await quote()).toMatchObject({ imageAgeDays: 13, imageOld: true });
  const careless = await createWorld({ database: await openTestDatabase() });
  const elsewhere = await careless.as('engineer', 'ops.quote', wish);
  expect(elsewhere).toMatchObject({ imageAgeDays: 12, imageOld: false, refusal: null });
  expect(elsewhere.imageProvenance?.changes?.added).toHaveLength(1);
  await Promise.all([database.close(), careless.database.close()]);
});

it('a quote tells of an image half a minute after it was promoted, and of what is asked for meanwhile the lease itself', async () => {
  const database = await openTestDatabase();
  const fresh = await createWorld({ database });
  const wish = { environment: 'staging', reason: 'look' };
  const days = async () => (await fresh.as('engineer', 'ops.quote', wish)).imageAgeDays;
  expect(await days()).toBe(12);
  const imageId = promoteImage(fresh.cloud);
  expect(await fresh.as('engineer', 'ops.start', wish)).toMatchObject({ imageId });
  fresh.clock.turn(30);
  expect(await days()).toBe(0);
  await database.close();
});

it('an image past the age that the environment allows is refused, with its age, but not to whoever breaks the glass', async () => {
  const limit = 'imageAge: { warnAfter: 1d, refuseAfter: 3d }';
  const config = practiceConfig((yaml) =>
    yaml.replaceAll(/^( {6})(duration: .*)$/gm, `$1$2\n$1${limit}`),
  );
  const database = await openTestDatabase();
  const strict = await createWorld({ database, config });
  const asked = strict.as('engineer', 'ops.start', { environment: 'staging', reason: 'look' });
  const code = 'image-too-old';
  await expect(asked).rejects.toMatchObject({ code, facts: { ageDays: 12, maximumDays: 3 } });
  expect(await strict.as('sre', 'ops.list', {})).toEqual([]);
  const quote = await strict.as('engineer', 'ops.quote', { environment: 'staging' });
  expect(quote.refusal).toMatchObject({ code });
  const fire = { environment: 'production', reason: 'fire', breakGlass: true };
  expect(await strict.as('sre', 'ops.start', fire)).toMatchObject({ imageOld: true });
  await database.close();
});
