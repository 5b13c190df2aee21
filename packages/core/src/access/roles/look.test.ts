import { beforeEach, expect, it, vi } from 'vitest';
import { useBench } from '../../../../../test/support/engine-bench.ts';
import { practiceConfig } from '../../../../../test/support/world.ts';

vi.setConfig({ testTimeout: 120_000 });

const production = '111111111111';
const bench = useBench();
const day = 86_400_000;

/** Puts a role into production, made and used so many days ago; never used without. */
function seedRole(name: string, madeDaysAgo: number, usedDaysAgo?: number, path = '/'): void {
  const { roles } = bench.cloud.world;
  const model = roles.get(`${production}/sekisho`);
  if (model === undefined) throw new Error('practice has no role of its own');
  const now = bench.clock.now().getTime();
  const { lastUsed: _, ...rest } = model;
  roles.put(`${production}/${name.toLowerCase()}`, {
    ...{ ...rest, name, path, createdAt: now - madeDaysAgo * day },
    ...(usedDaysAgo === undefined
      ? {}
      : { lastUsed: { at: now - usedDaysAgo * day, region: 'us-east-1' } }),
  });
}

/** Lets time pass, and the loops run once. */
async function later(seconds: number): Promise<void> {
  bench.clock.turn(seconds);
  await bench.core.runLoops();
}

/** Practice's own forgotten role is out of the way. */
beforeEach(() => {
  bench.cloud.world.roles.drop(`${production}/legacy-batch`);
});

const burden = (input = {}) => bench.as('sre', 'access.burden', input);

it('tells which roles nobody used, but none of AWS, of Sekisho, in use or too young', async () => {
  seedRole('Deploy', 900, 401);
  seedRole('Batch', 900, 120, '/jobs/');
  seedRole('Busy', 900, 3);
  seedRole('Young', 10);
  seedRole('AWSServiceRoleForSupport', 900, undefined, '/aws-service-role/support.amazonaws.com/');
  seedRole('AWSReservedSSO_ReadOnly_1', 900, undefined, '/aws-reserved/sso.amazonaws.com/');
  await later(700);
  const { roles, rolesMore, roleLooks, rolesNotLookedAt, knows, proposal } = await burden();
  const unused = roles.map(({ role, lastUsedAt, inMap }) => [role, lastUsedAt, inMap]);
  expect(unused).toEqual([
    ['jobs/Batch', '2026-01-01T00:00:00.000Z', false],
    ['Deploy', null, true],
  ]);
  expect([rolesMore, rolesNotLookedAt]).toEqual([0, []]);
  expect(roleLooks).toEqual([
    { accountName: 'production', lookedAt: expect.stringContaining('2026-05-01'), problem: null },
  ]);
  expect(knows).toContainEqual(expect.stringMatching(/^IAM roles of staging, sandbox are not/));
  const about = proposal.changes.filter(({ role }) => role !== null);
  expect(about).toMatchObject([
    { do: 'delete-role', role: 'jobs/Batch', reason: expect.stringContaining('2026-01-01') },
    { do: 'drop-role', role: 'Deploy', reason: expect.stringContaining('400 days') },
  ]);
  expect(proposal.map).toContain('    roles: []\n');
  const config = practiceConfig((yaml) => yaml.replace(/\n {4}roles:\n.*Deploy.*\n/, '\n'));
  expect(config.accounts.accounts[0]?.roles).toEqual([]);
  expect((await burden({ since: '150d' })).roles.map(({ role }) => role)).toEqual(['Deploy']);
});

it('tells nothing of roles that Sekisho itself needs once something goes wrong', async () => {
  bench.configure((config) => {
    if (config.access === null) throw new Error('practice has an Identity Center');
    const roleArn = `arn:aws:iam::${production}:role/sekisho-live-sessions`;
    const liveSessions = { account: production, roleArn, externalId: null, policy: 'sessions' };
    return { ...config, access: { ...config.access, liveSessions } };
  });
  // Assumed by AWS when a dead-man's switch fires, and at no other time.
  seedRole('sekisho-scheduler', 900);
  seedRole('sekisho-live-sessions', 900);
  seedRole('Deploy', 900);
  await later(700);
  expect((await burden()).roles.map(({ role }) => role)).toEqual(['Deploy']);
});

it('goes on where it was throttled, without asking for what it knows', async () => {
  seedRole('Deploy', 900);
  bench.fault({ kind: 'throttle', probability: 1, operations: ['GetRole'] });
  await later(60);
  expect((await burden()).roleLooks).toMatchObject([{ lookedAt: null, problem: null }]);
  bench.fault({ kind: 'throttle', probability: 1, operations: ['ListRoles'] });
  await later(700);
  const { roles, roleLooks, rolesNotLookedAt } = await burden();
  expect(roleLooks).toMatchObject([{ lookedAt: expect.any(String), problem: null }]);
  expect(roles.map(({ role }) => role)).toEqual(['Deploy']);
  expect(rolesNotLookedAt).toEqual([]);
});

it('asks once a day, so that a role that was used since is soon none that nobody used', async () => {
  seedRole('Deploy', 900);
  seedRole('Gone', 900);
  await later(60);
  expect((await burden()).roles).toHaveLength(2);
  seedRole('Deploy', 900, 0);
  bench.cloud.world.roles.drop(`${production}/gone`);
  await later(3600);
  expect((await burden()).roles).toHaveLength(2);
  await later(24 * 3600);
  expect((await burden()).roles).toEqual([]);
});

it('says why an account did not tell of its roles, and tries again within the hour', async () => {
  seedRole('Deploy', 900);
  bench.fault({ kind: 'denied', probability: 1, operations: ['ListRoles'] });
  await later(60);
  const { roleLooks, knows, rolesNotLookedAt } = await burden({ account: 'production' });
  expect(roleLooks).toMatchObject([{ lookedAt: null, problem: expect.any(String) }]);
  expect(rolesNotLookedAt).toEqual([{ accountName: 'production', role: 'Deploy' }]);
  expect(knows).toContainEqual(expect.stringMatching(/ended early in production \(/));
  bench.fault();
  await later(4300);
  expect((await burden()).roleLooks).toMatchObject([{ problem: null }]);
});
