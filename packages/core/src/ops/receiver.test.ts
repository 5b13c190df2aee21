import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, type TestWorld, turnableClock } from '../../../../test/support/world.ts';
import { clearDatabase } from '../../test/clear-database.ts';
import { activeLease, refusal, requestedLease, roomyConfig } from '../../test/leases.ts';
import type { Database } from '../platform/database/database.ts';

vi.setConfig({ testTimeout: 60_000 });

let database: Database;
let world: TestWorld;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

// A Friday, 09:00 in Tokyo.
const open = async (edit: (yaml: string) => string = (yaml) => yaml) => {
  await clearDatabase(database);
  world = await createWorld({ database, config: roomyConfig(edit), clock: turnableClock() });
};
beforeEach(() => open());

const give = (id: string, to: string, who: string) => world.as(who, 'ops.handover', { id, to });
const holderOf = async (id: string) => (await world.as('sre', 'ops.show', { id })).holder;

async function approved(requester: string, ...approvers: string[]): Promise<string> {
  const { id } = await requestedLease(world, requester);
  for (const approver of approvers) await world.as(approver, 'lease.approve', { id });
  await world.live(5);
  expect((await world.as('sre', 'ops.show', { id })).state).toBe('active');
  return id;
}

describe('who may receive a lease', () => {
  it('is nobody who needs the very approval that they gave', async () => {
    const id = await approved('engineer', 'sre');
    expect(await refusal(give(id, 'sre', 'engineer'))).toBe('handover-to-approver');
    expect(await refusal(give(id, 'sre', 'sre'))).toBe('handover-to-approver');
    expect((await give(id, 'sre2', 'engineer')).holder).toBe('sre2');
    expect(await refusal(give(id, 'sre', 'sre2'))).toBe('handover-to-approver');
    expect(await holderOf(id)).toBe('sre2');
  });

  it('may be an approver where others agreed in sufficient number, and where none need agree', async () => {
    await open((yaml) => yaml.replace('      count: 1\n', '      count: 2\n'));
    const both = await approved('engineer', 'sre', 'sre2');
    expect(await refusal(give(both, 'sre', 'engineer'))).toBe('handover-to-approver');
    await open();
    const { id } = await activeLease(world);
    expect((await give(id, 'sre', 'engineer')).holder).toBe('sre');
  });

  it('needs the yes of those whom their own rule asks, who were asked for another', async () => {
    const rule = `  - id: production-of-sres
    who: [group:sre]
    what: [ops-server]
    where: [production]
    approval: { count: 1, from: ['person:support'] }
`;
    await open((yaml) => yaml.replace('policies:\n', `policies:\n${rule}`));
    const id = await approved('engineer', 'sre');
    expect(await refusal(give(id, 'sre2', 'engineer'))).toBe('handover-not-allowed');
  });

  it('is somebody in working hours, as for a start', async () => {
    const hours = 'workingHours: { days: [fri], from: "09:00", to: "10:00", timeZone: Asia/Tokyo }';
    await open((yaml) => yaml.replaceAll('      quota: 1000', `      quota: 1000\n      ${hours}`));
    const { id } = await activeLease(world, 'engineer', { for: '2h' });
    expect((await give(id, 'sre2', 'engineer')).holder).toBe('sre2');
    world.clock.turn(3600);
    expect(await refusal(give(id, 'sre', 'sre2'))).toBe('handover-outside-hours');
    expect(await holderOf(id)).toBe('sre2');
  });

  it('has room left, counting what waits and what they asked for', async () => {
    await open((yaml) => yaml.replaceAll('quota: 1000', 'quota: 1'));
    const mine = await activeLease(world);
    const theirs = await activeLease(world, 'sre2');
    expect(await refusal(give(mine.id, 'sre2', 'engineer'))).toBe('handover-over-quota');
    await world.as('sre2', 'ops.stop', { id: theirs.id });
    await world.live(60);
    await give(mine.id, 'sre2', 'engineer');
    // Back to who asked for it, whose quota it never left.
    expect((await give(mine.id, 'engineer', 'sre2')).holder).toBe('engineer');
  });

  it('owes no review when the glass was broken, and needs neither hours nor room', async () => {
    await open((yaml) => yaml.replaceAll('quota: 1000', 'quota: 1'));
    const broken = { environment: 'production', breakGlass: true } as const;
    const first = await activeLease(world, 'sre', broken);
    await activeLease(world, 'sre2', { environment: 'production', breakGlass: true });
    expect(await refusal(give(first.id, 'sre2', 'sre'))).toBe('review-owed');
  });

  it('is nobody whose rule wants a step-up before the glass breaks, where nobody showed one', async () => {
    const rule = `  - id: glass-of-sre2
    who: ['person:sre2']
    what: [ops-server]
    where: [production]
    approval: { count: 1, from: [group:sre] }
    breakGlass: { who: [group:sre], stepUp: passkey }
`;
    await open((yaml) => yaml.replace('policies:\n', `policies:\n${rule}`));
    const broken = { environment: 'production', breakGlass: true } as const;
    const { id } = await activeLease(world, 'sre', broken);
    expect(await refusal(give(id, 'sre2', 'sre'))).toBe('handover-not-allowed');
    expect(await holderOf(id)).toBe('sre');
  });

  it('is nobody while everything is stopped', async () => {
    const { id } = await activeLease(world);
    await world.as('sre', 'lease.stop-all', { reason: 'leaked key' });
    expect(await refusal(give(id, 'sre2', 'engineer'))).toBe('stopped-everything');
  });
});
