import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, practiceConfig, type TestWorld } from '../../../../test/support/world.ts';
import type { Database } from '../platform/database/database.ts';

const byOnCall = (yaml: string) => yaml.replace('from: [group:sre]', 'from: [on-call]');
const onlyReads = (yaml: string) => yaml.replace('role: sre\n', 'role: read-only\n');

let database: Database;
let world: TestWorld;

beforeAll(async () => {
  database = await openTestDatabase();
  world = await createWorld({ database, config: practiceConfig(byOnCall) });
});
afterAll(() => database.close());

/** Sre is on call until Monday the 4th, nine o'clock in Tokyo; sre2 after that. */
const monday = { environment: 'production', reason: 'look', at: '2026-05-04T01:00:00Z' };
const state = async (id: string) => (await world.as('sre', 'ops.show', { id })).state;

describe('an approval that is judged again at the grant', () => {
  it('stands after the turn of whoever was on call when they gave it', async () => {
    const { id } = await world.as('engineer', 'ops.start', monday);
    await world.as('sre', 'lease.approve', { id });
    await world.live(4 * 24 * 3600);
    const shown = await world.as('sre', 'ops.show', { id });
    expect(shown.approval.people).toEqual(['sre2']);
    expect(shown.readyAt).not.toBeNull();
  });

  it('falls when who gave it may only read by then', async () => {
    const { id } = await world.as('engineer', 'ops.start', {
      ...{ environment: 'production', reason: 'look', at: '2026-05-07T01:00:00Z' },
    });
    await world.as('sre2', 'lease.approve', { id });
    const config = practiceConfig((yaml) => onlyReads(byOnCall(yaml)));
    const { clock, cloud } = world;
    const after = await createWorld({ database, config, clock, cloud });
    await after.live(4 * 24 * 3600);
    expect(await state(id)).toBe('failed');
  });

  it('falls when somebody has changed in the database what was approved', async () => {
    const { clock } = world;
    const at = new Date(clock.now().getTime() + 3 * 24 * 3600_000).toISOString();
    const { id, approval } = await world.as('engineer', 'ops.start', {
      ...{ environment: 'production', reason: 'look', at },
    });
    await world.as(approval.people[0] ?? '', 'lease.approve', { id });
    await database.kysely
      .updateTable('leases')
      .set({ duration_seconds: 3599 })
      .where('id', '=', id)
      .execute();
    await world.live(4 * 24 * 3600);
    expect(await state(id)).toBe('failed');
  });
});
