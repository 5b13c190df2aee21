import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import {
  contextOf,
  createWorld,
  practiceConfig,
  type TestWorld,
  turnableClock,
} from '../../../../test/support/world.ts';

const hours = `      workingHours: { days: [mon, tue, wed, thu, fri], from: '09:00', to: '19:00', timeZone: Asia/Tokyo }
      duration: { default: 30m, maximum: 1h }`;

/** Friday 18:50 in Tokyo, ten minutes before production closes. */
const friday = '2026-05-01T09:50:00.000Z';

let world: TestWorld;

beforeAll(async () => {
  const config = practiceConfig((yaml) =>
    yaml.replace('      duration: { default: 30m, maximum: 1h }', hours),
  );
  const clock = turnableClock(friday);
  world = await createWorld({ database: await openTestDatabase(), config, clock });
});

afterAll(() => world.database.close());

const production = { environment: 'production', reason: 'look' };
const code = (answer: Promise<unknown>) =>
  answer.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

describe('what was asked in time', () => {
  it('is not granted once the working hours are over, although it was approved', async () => {
    const { id } = await world.as('engineer', 'ops.start', production);
    await world.live(3600);
    await world.as('sre2', 'lease.approve', { id });
    await world.live(10);
    const lease = await world.as('engineer', 'ops.show', { id });
    expect(lease).toMatchObject({ state: 'failed', ending: 'grant-refused', instanceId: null });
    const { kysely } = world.database;
    const told = await kysely.selectFrom('outbox').select('payload').execute();
    expect(told.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({
        ...{ notice: 'failed', lease: id },
        facts: expect.objectContaining({ ending: 'grant-refused', missing: null }),
      }),
    );
  });

  it('cannot be had outside the hours by naming a moment that has passed, or one years ahead', async () => {
    expect(await code(world.as('engineer', 'ops.start', production))).toBe('outside-working-hours');
    for (const at of ['2026-05-01T10:00:00+09:00', '2040-05-01T10:00:00+09:00']) {
      expect(await code(world.as('engineer', 'ops.start', { ...production, at }))).toBe(
        'bad-moment',
      );
    }
  });
});

describe('what only a person may do', () => {
  const owner = contextOf('sre').principal;
  const agent = contextOf('x', { principal: { ...owner, id: 'agent:sre', kind: 'agent' } });
  const token = contextOf('x', { principal: { ...owner, assurance: 'token' } });

  it.each([
    ['an agent', agent],
    ['a token', token],
  ])(
    'is refused to %s: breaking the glass, resuming, trusting a database',
    async (_who, context) => {
      const call = (name: 'ops.start' | 'lease.resume' | 'ops.sweep', input: object) =>
        code(world.core.call(name, context, input));
      expect(await call('ops.start', { ...production, breakGlass: true })).toBe(
        'approver-must-be-person',
      );
      expect(await call('lease.resume', { reason: 'all is well' })).toBe('approver-must-be-person');
      expect(await call('ops.sweep', { trustDatabase: true })).toBe('approver-must-be-person');
    },
  );
});
