import type { Kysely } from 'kysely';
import { expect, it, vi } from 'vitest';
import { practiceDirectory, useBench } from '../../../../../test/support/engine-bench.ts';
import {
  createRng,
  practiceIdentityCenter,
  step,
} from '../../../../../test/support/simulated-aws.ts';
import { contextOf } from '../../../../../test/support/world.ts';
import { refusal } from '../../../test/leases.ts';
import { withLiveSessions } from '../../../test/live-sessions.ts';
import type { LeaseRow } from '../../leases/index.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench(withLiveSessions);
const staging = '222222222222';
const region = practiceIdentityCenter.region;
const rng = createRng(5).next;
const reason = 'because';
const people = { engineer: 'taro.suzuki', sre2: 'ken.watanabe' } as const;
type Who = keyof typeof people;

const nowMs = () => bench.clock.now().getTime();

/** A session that somebody gets at the access portal now; null when the portal refuses. */
function signIn(who: Who, roleName: string): string | null {
  const userId = practiceDirectory.userId(people[who]);
  const token = { accessToken: who, refreshToken: who, userId, expiresAt: nowMs() + 3_600_000 };
  bench.cloud.world.portalTokens.put(who, token);
  const input = { accessToken: who, accountId: staging, roleName };
  const place = { account: staging, region, caller: 'portal' };
  const call = { operation: 'GetRoleCredentials' as const, ...place, input };
  const outcome = step(bench.cloud.world, call, nowMs(), rng);
  return outcome.kind === 'answer' ? outcome.output.roleCredentials.accessKeyId : null;
}

/** What AWS says to a call with a session: null when it does it. */
function refused(accessKey: string | null): string | null {
  const place = { account: staging, region, caller: 'session', accessKey: accessKey ?? '' };
  const call = { operation: 'DescribeInstances' as const, ...place, input: {} };
  const outcome = step(bench.cloud.world, call, nowMs(), rng);
  return outcome.kind === 'refusal' ? outcome.refusal.message : null;
}

const organization = /explicit deny in a service control policy/;

async function agree(): Promise<void> {
  const { hash } = await bench.as('sre', 'access.live-sessions-propose', { reason });
  await bench.as('admin2', 'access.live-sessions-approve', { hash });
}

async function lend(who: Who, permissionSet: string, span = '1h'): Promise<string> {
  const wish = { permissionSet, account: 'staging', for: span, reason };
  const { id } = await bench.as(who, 'access.request', wish);
  await bench.live(30);
  return id;
}

/** Gives it back, and lets the passes of some seconds go by. */
async function giveBack(who: Who, id: string): Promise<void> {
  await bench.as(who, 'access.return', { id });
  await bench.live(30);
  await pass();
}

async function pass(): Promise<void> {
  bench.clock.turn(11);
  await bench.core.runLoops();
  bench.clock.turn(301);
  await bench.core.runLoops();
}

const policies = () =>
  [...bench.cloud.world.directory.controlPolicies.values()].filter(({ now }) => now !== null);
const fate = async (id: string) => (await bench.as('sre', 'access.show', { id })).liveSessions;

it('ends the sessions of a lease with it, and no other: not of a later lease, another set or another user', async () => {
  await agree();
  const lease = await lend('engineer', 'PowerUserAccess');
  const reading = await lend('engineer', 'ReadOnly');
  const others = await lend('sre2', 'PowerUserAccess');
  const old = signIn('engineer', 'PowerUserAccess');
  const kept = [signIn('engineer', 'ReadOnly'), signIn('sre2', 'PowerUserAccess')];
  expect([old, ...kept].map(refused)).toEqual([null, null, null]);
  expect(await fate(lease)).toBe('end');
  await giveBack('engineer', lease);
  expect(refused(old)).toMatch(organization);
  expect(kept.map(refused)).toEqual([null, null]);
  expect([await fate(lease), await fate(reading), await fate(others)]).toEqual([
    'ended',
    'end',
    'end',
  ]);
  await lend('engineer', 'PowerUserAccess');
  expect(refused(signIn('engineer', 'PowerUserAccess'))).toBeNull();
  expect(refused(old)).toMatch(organization);
  const entries = await bench.as('sre', 'timeline.list', {});
  const ended = entries.filter(({ action }) => action === 'access.sessions-ended');
  expect(ended).toMatchObject([{ lease, data: { account: staging, person: 'engineer' } }]);
});

it('does nothing before another admin has agreed, by a login of late', async () => {
  const configured = await bench.as('sre', 'access.live-sessions', {});
  expect(configured.state).toBe('not-proposed');
  const lease = await lend('engineer', 'PowerUserAccess');
  const old = signIn('engineer', 'PowerUserAccess');
  expect(await fate(lease)).toBeNull();
  const { hash } = await bench.as('sre', 'access.live-sessions-propose', { reason });
  const approve = (who: string, more = {}) => {
    const principal = { ...contextOf(who).principal, ...more };
    const call = bench.core.call('access.live-sessions-approve', contextOf(who, { principal }), {
      hash,
    });
    return refusal(call);
  };
  expect(await approve('sre')).toBe('self-approval');
  expect(await approve('sre2')).toBe('role-too-weak');
  expect(await approve('admin2', { kind: 'agent' })).toBe('approver-must-be-person');
  expect(await approve('admin2', { assurance: 'token' })).toBe('approver-must-be-person');
  expect(await approve('admin2', { assurance: 'slack' })).toBe('step-up-needed');
  await giveBack('engineer', lease);
  expect(refused(old)).toBeNull();
  expect(policies()).toEqual([]);
  const asked = bench.as('admin2', 'access.live-sessions-approve', { hash: '0'.repeat(64) });
  expect(await refusal(asked)).toBe('live-sessions-changed');
  await bench.as('admin2', 'access.live-sessions-approve', { hash });
  await pass();
  expect(refused(old)).toMatch(organization);
});

it('stops writing when what is configured is not what was agreed to', async () => {
  await agree();
  const lease = await lend('engineer', 'PowerUserAccess');
  const old = signIn('engineer', 'PowerUserAccess');
  const { access } = bench.core.house.config();
  const settings = access?.liveSessions as { policy: string };
  const before = settings.policy;
  settings.policy = 'another';
  try {
    expect((await bench.as('sre', 'access.live-sessions', {})).state).toBe('void');
    expect(await fate(lease)).toBeNull();
    await giveBack('engineer', lease);
    expect(refused(old)).toBeNull();
    expect(policies()).toEqual([]);
  } finally {
    settings.policy = before;
  }
});

it('takes every denial away when an admin revokes it, and denies nothing more', async () => {
  await agree();
  const lease = await lend('engineer', 'PowerUserAccess');
  const old = signIn('engineer', 'PowerUserAccess');
  await giveBack('engineer', lease);
  expect(refused(old)).toMatch(organization);
  await bench.as('admin2', 'access.live-sessions-revoke', { reason });
  await pass();
  expect(refused(old)).toBeNull();
  expect(policies()).toEqual([]);
  expect((await bench.as('sre', 'access.live-sessions', {})).accounts).toEqual([]);
});

/** Changes what is configured of ending live sessions, for as long as `work` takes. */
async function configured(change: object | null, work: () => Promise<void>): Promise<void> {
  const { access } = bench.core.house.config() as { access: { liveSessions: object | null } };
  const before = access.liveSessions;
  access.liveSessions = change === null ? null : { ...before, ...change };
  try {
    await work();
  } finally {
    access.liveSessions = before;
  }
}

const states = async () => (await bench.as('sre', 'access.live-sessions', {})).state;
const revoke = () => bench.as('admin2', 'access.live-sessions-revoke', { reason });

it.each([
  ['gone', null],
  ['others', { policy: 'another' }],
])(
  'takes what it wrote away although the settings are %s by then, and lets nobody agree anew before',
  async (_, later) => {
    await agree();
    const lease = await lend('engineer', 'PowerUserAccess');
    const old = signIn('engineer', 'PowerUserAccess');
    await giveBack('engineer', lease);
    bench.fault({ kind: 'conflict', operations: ['DetachPolicy'], probability: 1 });
    await configured(null, async () => {
      await revoke();
      await pass();
      expect(refused(old)).toMatch(organization);
    });
    const again = () => bench.as('sre', 'access.live-sessions-propose', { reason });
    expect(await refusal(again())).toBe('live-sessions-state');
    bench.fault();
    await configured(later, pass);
    expect(refused(old)).toBeNull();
    expect(policies()).toEqual([]);
    await again();
    expect(await states()).toBe('proposed');
  },
);

it('trims by what it was written with while the agreement is void, and denies nothing new', async () => {
  await agree();
  const lease = await lend('engineer', 'PowerUserAccess');
  const old = signIn('engineer', 'PowerUserAccess');
  await giveBack('engineer', lease);
  await configured({ policy: 'another' }, async () => {
    expect(await states()).toBe('void');
    const later = await lend('sre2', 'PowerUserAccess');
    const theirs = signIn('sre2', 'PowerUserAccess');
    await giveBack('sre2', later);
    expect([refused(old), refused(theirs)]).toEqual([expect.stringMatching(organization), null]);
    const propose = () => bench.as('sre', 'access.live-sessions-propose', { reason });
    expect(await refusal(propose())).toBe('live-sessions-state');
    bench.clock.turn(13 * 3600);
    await pass();
    expect(policies()).toEqual([]);
    await propose();
  });
});

it('deletes the policy once the last session has ended by itself', async () => {
  await agree();
  await giveBack('engineer', await lend('engineer', 'PowerUserAccess'));
  expect(policies()).toMatchObject([{ name: `sekisho-live-sessions-${staging}` }]);
  const shown = await bench.as('sre', 'access.live-sessions', {});
  expect(shown.accounts).toMatchObject([{ account: staging, ends: [{ fate: 'ended' }] }]);
  expect(shown.accounts[0]?.size).toBe(policies()[0]?.now?.content.length);
  // As long as AWS lets any session live: the set's own duration may have been raised since.
  bench.clock.turn(11 * 3600);
  await pass();
  expect(policies()).toHaveLength(1);
  bench.clock.turn(3600);
  await pass();
  expect(policies()).toEqual([]);
  expect((await bench.as('sre', 'access.live-sessions', {})).accounts).toEqual([]);
});

it('cuts nobody who has the set beside the lease, by a group that AWS knows', async () => {
  await agree();
  const lease = await lend('engineer', 'PowerUserAccess');
  const group = [...bench.cloud.world.directory.groups.values()][0]?.id ?? '';
  const userId = practiceDirectory.userId(people.engineer);
  const permissionSetArn = practiceDirectory.permissionSetArn('PowerUserAccess');
  bench.cloud.world.directory.memberships.put('m', { id: 'm', groupId: group, userId });
  const principal = { principalType: 'GROUP' as const, principalId: group };
  bench.cloud.world.directory.assignments.put('a', {
    account: staging,
    permissionSetArn,
    ...principal,
  });
  const session = signIn('engineer', 'PowerUserAccess');
  await giveBack('engineer', lease);
  expect(refused(session)).toBeNull();
  expect(await fate(lease)).toBe('stand');
  bench.cloud.world.directory.memberships.drop('m');
  await pass();
  expect(refused(session)).toMatch(organization);
});

it('goes on by itself when AWS did not take it, pages when that lasts, and repairs what somebody changed', async () => {
  await agree();
  const lease = await lend('engineer', 'PowerUserAccess');
  const old = signIn('engineer', 'PowerUserAccess');
  bench.fault({ kind: 'conflict', operations: ['AttachPolicy'], probability: 1 });
  await giveBack('engineer', lease);
  expect(refused(old)).toBeNull();
  expect(await fate(lease)).toBe('ending');
  expect(await bench.ordered('page')).toEqual([]);
  bench.clock.turn(900);
  await pass();
  expect(await bench.ordered('page')).toEqual([`page:sessions-live-on:${lease}`]);
  bench.fault();
  await pass();
  expect(refused(old)).toMatch(organization);
  const [policy] = policies();
  if (policy?.now)
    bench.cloud.world.directory.controlPolicies.put(policy.id, {
      ...policy,
      now: { ...policy.now, targets: [] },
    });
  expect(refused(old)).toBeNull();
  bench.clock.turn(600);
  await pass();
  expect(refused(old)).toMatch(organization);
});

it('touches no policy of somebody else that bears its name', async () => {
  await agree();
  const foreign = { id: 'p-foreign000', name: `sekisho-live-sessions-${staging}`, description: '' };
  const state = { content: '{"Statement":[]}', targets: [staging] };
  bench.cloud.world.directory.controlPolicies.put(foreign.id, {
    ...foreign,
    tags: {},
    now: state,
    before: [],
  });
  const lease = await lend('engineer', 'ReadOnly');
  await giveBack('engineer', lease);
  expect(policies()).toMatchObject([{ ...foreign, now: state }]);
  const { accounts } = await bench.as('sre', 'access.live-sessions', {});
  expect(accounts).toMatchObject([{ ends: [{ fate: 'ending', trouble: 'ForeignPolicy' }] }]);
});

it('says which denials it cannot take away, and pages when that lasts', async () => {
  await agree();
  await giveBack('engineer', await lend('engineer', 'PowerUserAccess'));
  bench.fault({ kind: 'conflict', operations: ['DetachPolicy'], probability: 1 });
  bench.clock.turn(13 * 3600);
  await pass();
  const { accounts } = await bench.as('sre', 'access.live-sessions', {});
  expect(accounts).toMatchObject([{ account: staging, trouble: expect.any(String) }]);
  expect(await bench.ordered('page')).toEqual([]);
  bench.clock.turn(900);
  await pass();
  expect(await bench.ordered('page')).toEqual([expect.stringContaining('sessions-not-trimmed')]);
  bench.fault();
  await pass();
  expect((await bench.as('sre', 'access.live-sessions', {})).accounts).toEqual([]);
});

it('tells once when the agreement holds no more, with the ends that AWS does not know of', async () => {
  await agree();
  bench.fault({ kind: 'conflict', operations: ['AttachPolicy'], probability: 1 });
  await giveBack('engineer', await lend('engineer', 'PowerUserAccess'));
  await configured({ policy: 'another' }, async () => {
    await pass();
    await pass();
  });
  expect(await bench.ordered('page')).toEqual([expect.stringContaining('sessions-void')]);
  const entries = await bench.as('sre', 'timeline.list', {});
  const told = entries.filter(({ action }) => action === 'access.live-sessions-void');
  expect(told).toMatchObject([{ data: { state: 'void', pending: 1 } }]);
});

it('takes denials away in accounts that are agreed to no more, and in the management account', async () => {
  await agree();
  const lease = await lend('engineer', 'PowerUserAccess');
  const old = signIn('engineer', 'PowerUserAccess');
  await giveBack('engineer', lease);
  const { access } = bench.core.house.config() as {
    access: { accounts: readonly { id: string }[] };
  };
  const all = access.accounts;
  access.accounts = all.filter(({ id }) => id !== staging);
  try {
    await agree();
    expect(refused(old)).toMatch(organization);
    await pass();
    expect(refused(old)).toBeNull();
    expect(policies()).toEqual([]);
  } finally {
    access.accounts = all;
  }
});

it('denies no session of the future, whatever the database says', async () => {
  await agree();
  await giveBack('engineer', await lend('engineer', 'PowerUserAccess'));
  const said = policies()[0]?.now?.content;
  const update = (row: object) => bench.database.kysely.updateTable('session_ends').set(row);
  const hours = (count: number) => new Date(nowMs() + count * 3_600_000);
  await update({ issued_before: hours(1), sessions_until: hours(2) } as never).execute();
  await pass();
  expect(policies()[0]?.now?.content).toBe(said);
  const session = await lend('engineer', 'PowerUserAccess');
  expect(session && refused(signIn('engineer', 'PowerUserAccess'))).toBeNull();
  expect(await bench.ordered('page')).toEqual([expect.stringContaining('sessions-unbelieved')]);
});

it('asks ever more seldom where no policy can be attached, and says so', async () => {
  await agree();
  const all = { Effect: 'Allow', Action: '*', Resource: '*' };
  const content = JSON.stringify({ Version: '2012-10-17', Statement: [all] });
  const state = { content, targets: [staging] };
  const filling = ['a', 'b', 'c', 'd'].map((id) => `p-filling000${id}`);
  for (const id of filling) {
    const full = { id, name: id, description: '', tags: {}, now: state, before: [] };
    bench.cloud.world.directory.controlPolicies.put(id, full);
  }
  const lease = await lend('engineer', 'PowerUserAccess');
  const old = signIn('engineer', 'PowerUserAccess');
  await giveBack('engineer', lease);
  await pass();
  await pass();
  const { accounts } = await bench.as('sre', 'access.live-sessions', {});
  expect(accounts).toMatchObject([{ trouble: 'NoFreePolicySlot' }]);
  bench.cloud.world.directory.controlPolicies.drop(filling[0] ?? '');
  bench.clock.turn(11);
  await bench.core.runLoops();
  expect(refused(old)).toBeNull();
  bench.clock.turn(600);
  await bench.core.runLoops();
  expect(refused(old)).toMatch(organization);
});

it('ends sessions although a group that is gone still has the set there', async () => {
  await agree();
  const permissionSetArn = practiceDirectory.permissionSetArn('PowerUserAccess');
  const orphan = { account: staging, permissionSetArn, principalType: 'GROUP' as const };
  const { assignments } = bench.cloud.world.directory;
  assignments.put('orphan', { ...orphan, principalId: '88888888-0000-4000-8000-000000000001' });
  const lease = await lend('engineer', 'PowerUserAccess');
  const old = signIn('engineer', 'PowerUserAccess');
  await giveBack('engineer', lease);
  expect(refused(old)).toMatch(organization);
});

/** What a lease that ended left in the database, once more, of another user. */
async function copyEnded(lease: string, userId: string, ended: Date): Promise<void> {
  const leases = bench.database.kysely as unknown as Kysely<{ leases: LeaseRow }>;
  const all = leases.selectFrom('leases').selectAll();
  const row = await all.where('id', '=', lease).executeTakeFirstOrThrow();
  const frozen = { ...row.frozen, kind: { ...(row.frozen.kind as object), userId } };
  const granted_at = new Date(ended.getTime() - 600_000);
  const id = `acc-${userId.slice(0, 1)}${userId.slice(-5)}`;
  const copy = { ...row, id, frozen: JSON.stringify(frozen), granted_at, ended_at: ended };
  await leases
    .insertInto('leases')
    .values(copy as never)
    .execute();
}

const moments = () => {
  const { Statement } = JSON.parse(policies()[0]?.now?.content ?? '{}') as {
    Statement: { Condition: { DateLessThan: { 'aws:TokenIssueTime': string } } }[];
  };
  return Statement.map(({ Condition }) => Condition.DateLessThan['aws:TokenIssueTime']);
};
const userOf = (count: number) => `99999999-0000-4000-8000-${String(count).padStart(12, '0')}`;
const second = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;

it('lets users share a moment where a policy is full, but not who got access by hand meanwhile', async () => {
  await agree();
  const lease = await lend('engineer', 'PowerUserAccess');
  await giveBack('engineer', lease);
  const ken = practiceDirectory.userId(people.sre2);
  const first = new Date(Math.floor(nowMs() / 1000) * 1000 - 120_000);
  for (let count = 1; count <= 16; count += 1) {
    await copyEnded(lease, userOf(count), new Date(first.getTime() - count * 1000));
  }
  await copyEnded(lease, ken, first);
  await pass();
  expect(moments()).toHaveLength(1);
  const permissionSetArn = practiceDirectory.permissionSetArn('PowerUserAccess');
  const byHand = { account: staging, permissionSetArn, principalType: 'USER' as const };
  bench.cloud.world.directory.assignments.put('by hand', { ...byHand, principalId: ken });
  bench.clock.turn(30);
  const session = signIn('sre2', 'PowerUserAccess');
  bench.clock.turn(30);
  const last = new Date(Math.floor(nowMs() / 1000) * 1000);
  await copyEnded(lease, userOf(17), last);
  await pass();
  expect(moments()).toEqual([second(first), second(last)]);
  expect(session).not.toBeNull();
  expect(refused(session)).toBeNull();
});
