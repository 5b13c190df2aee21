import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createFakeChatGroups, type FakeChatGroups } from '../../../../test/support/chat-groups.ts';
import {
  type EngineBench,
  openBench,
  practiceDirectory,
} from '../../../../test/support/engine-bench.ts';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { contextOf } from '../../../../test/support/world.ts';
import { entriesDuring, refusal } from '../../test/leases.ts';
import { askForLink, confirmLink } from '../people/index.ts';
import { CloudError } from '../platform/cloud-error.ts';
import type { Database } from '../platform/database/database.ts';
import { wereLent } from './kind/once-lent.ts';

// Hours of an engine's life are thousands of statements; months would be no other.
vi.setConfig({ testTimeout: 300_000 });

let database: Database;
let bench: EngineBench;
let chat: FakeChatGroups;
/** What the engineer has in AWS before anything is lent. */
let before: string[];
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  chat = createFakeChatGroups({ S0SRE: ['U0SRE', 'U0SRE2'] }, ['U0SRE', 'U0SRE2', 'U0ENG']);
  bench = await openBench(database, undefined, { chatGroups: chat });
  before = assigned();
});
afterAll(() => database.close());

const wish = { team: 'sre', for: '30m', reason: 'an exchange' };

async function join(): Promise<string> {
  const { id } = await bench.as('engineer', 'membership.request', wish);
  await bench.as('sre', 'lease.approve', { id });
  await bench.live(60);
  return id;
}

const show = (id: string) => bench.as('sre', 'membership.show', { id });

/** Groups, role and shadowing of the engineer, as everybody sees them now. */
async function inForce() {
  const people = await bench.as('support', 'people.list', {});
  const { groups, role, shadowsOnCall } = people.find(({ id }) => id === 'engineer') ?? {};
  return { groups, role, shadowsOnCall };
}

const outside = { groups: ['engineers'], role: 'member', shadowsOnCall: undefined };
const inside = { groups: ['engineers', 'sre'], role: 'sre', shadowsOnCall: true };

const sorted = (names: readonly string[]) => names.toSorted((a, b) => a.localeCompare(b));

/** What the engineer has in AWS. */
function assigned(): string[] {
  const user = practiceDirectory.userId('taro.suzuki');
  const rows = [...bench.cloud.world.directory.assignments.values()];
  const mine = rows.filter(({ principalId }) => principalId === user);
  return sorted(mine.map(({ account, permissionSetArn }) => `${account} ${permissionSetArn}`));
}

const arnOf = practiceDirectory.permissionSetArn;
const lent = [`111111111111 ${arnOf('ReadOnly')}`, `222222222222 ${arnOf('PowerUserAccess')}`];
const switches = () =>
  [...bench.cloud.world.schedules.values()].filter(({ name }) => name.startsWith('sekisho-access'));

async function expectGone(id: string): Promise<void> {
  const over = await show(id);
  expect(over.state).toBe('ended');
  expect(over.permissionSets.map(({ state }) => state)).toEqual(['ended', 'ended']);
  expect(await inForce()).toEqual(outside);
  expect(assigned()).toEqual(before);
  expect(chat.lists.get('S0SRE')).toEqual(['U0SRE', 'U0SRE2']);
}

it('grants roster, permission sets, user group and shadowing together, and takes all back at the deadline', async () => {
  const { id, permissionSets } = await bench.as('engineer', 'membership.request', wish);
  expect(
    permissionSets.map(({ permissionSet, accountName, state }) => [
      permissionSet,
      accountName,
      state,
    ]),
  ).toEqual([
    ['ReadOnly', 'production', 'requested'],
    ['PowerUserAccess', 'staging', 'requested'],
  ]);
  await bench.live(60);
  expect(await inForce()).toEqual(outside);
  expect(assigned()).toEqual(before);
  await bench.as('sre', 'lease.approve', { id });
  await bench.live(60);
  const active = await show(id);
  expect(active.state).toBe('active');
  expect(active.permissionSets.map(({ state }) => state)).toEqual(['active', 'active']);
  expect(await inForce()).toEqual(inside);
  expect(assigned()).toEqual(sorted([...before, ...lent]));
  expect(chat.lists.get('S0SRE')).toEqual(['U0SRE', 'U0SRE2', 'U0ENG']);
  expect(switches()).toHaveLength(2);
  // A part has no card: what becomes of it is drawn on the membership's, once a transaction.
  const cards = (await bench.ordered('card')).filter((card) => !card.startsWith(`card:${id}:`));
  expect(cards).toEqual([]);
  const ofParts = (await bench.ordered('card')).filter((card) => card.includes(`${id}:parts:`));
  expect(ofParts.length).toBeGreaterThan(2);
  const last = Date.parse(active.hardMaximum ?? '');
  for (const { dueAt } of switches()) expect(dueAt).toBeLessThanOrEqual(last + 1000);
  await bench.live(30 * 60 + 120);
  expect((await show(id)).ending).toBe('deadline');
  await expectGone(id);
});

it('is a part of the roster everywhere at once, and only while it lasts', async () => {
  const id = await join();
  // What only the role of an SRE may do, at the door and in the transaction.
  expect(await bench.as('engineer', 'access.drift', {})).toMatchObject({ findings: [] });
  await bench.as('engineer', 'membership.return', { id });
  expect(await refusal(bench.as('engineer', 'access.drift', {}))).toBe('role-too-weak');
  expect(await inForce()).toEqual(outside);
  await bench.live(120);
  await expectGone(id);
});

it('lapses by the clock although nothing is done about it', async () => {
  const id = await join();
  const { deadline } = await show(id);
  bench.clock.turn((Date.parse(deadline ?? '') - bench.clock.now().getTime()) / 1000);
  expect(bench.core.house.config().people.find((one) => one.id === 'engineer')?.role).toBe(
    'member',
  );
  expect(await inForce()).toEqual(outside);
  expect((await show(id)).state).toBe('active');
});

it('ends with everything', async () => {
  const id = await join();
  await bench.as('sre', 'lease.stop-all', { reason: 'leak' });
  await bench.live(120);
  expect((await show(id)).ending).toBe('stop-all');
  await expectGone(id);
});

it('ends when the configuration no longer has the team', async () => {
  const id = await join();
  bench.configure((config) => ({ ...config, memberships: [] }));
  expect(await inForce()).toEqual(outside);
  await bench.live(180);
  await expectGone(id);
  const { ending, permissionSets } = await show(id);
  expect(ending).toBe('place-gone');
  for (const { lease } of permissionSets) {
    expect(await bench.as('sre', 'access.show', { id: lease })).toMatchObject({ ending });
  }
});

it('leaves what stood before: an assignment, and a place in the user group', async () => {
  chat.lists.set('S0SRE', ['U0ENG', 'U0SRE']);
  bench.cloud.world.directory.assignments.put('by hand', {
    account: '222222222222',
    permissionSetArn: practiceDirectory.permissionSetArn('PowerUserAccess'),
    ...{ principalType: 'USER' as const, principalId: practiceDirectory.userId('taro.suzuki') },
  });
  const id = await join();
  await bench.as('engineer', 'membership.return', { id });
  await bench.live(120);
  expect((await show(id)).state).toBe('ended');
  expect(assigned()).toEqual(sorted([...before, lent[1] ?? '']));
  expect(chat.lists.get('S0SRE')).toEqual(['U0ENG', 'U0SRE']);
});

it('waits for a group that somebody else disabled, and takes the place of those that were lent it', async () => {
  chat.lists.set('S0SRE', ['U0SRE']);
  chat.disabled.add('S0SRE');
  const id = await join();
  expect(await show(id)).toMatchObject({ state: 'granting', missing: 'user-group-disabled' });
  expect(await chat.members('T0PRACTICE', 'S0SRE')).toEqual([]);
  chat.disabled.delete('S0SRE');
  await bench.live(300);
  expect(await show(id)).toMatchObject({ state: 'active', missing: null });
  expect(chat.lists.get('S0SRE')).toEqual(['U0SRE', 'U0ENG']);
  chat.lists.set('S0SRE', ['U0ENG']);
  await bench.as('engineer', 'membership.return', { id });
  await bench.live(120);
  expect(await show(id)).toMatchObject({ state: 'ended' });
  expect(await chat.members('T0PRACTICE', 'S0SRE')).toEqual([]);
  const lent = (users: readonly string[]) =>
    wereLent(bench.core.house, { team: 'sre', userGroup: 'S0SRE' }, users);
  expect([await lent(['U0ENG']), await lent(['U0ENG', 'U0SRE'])]).toEqual([true, false]);
});

it('ends although its group is gone, and one that fails keeps no other waiting', async () => {
  bench.configure((config) => ({
    ...config,
    memberships: config.memberships.map((one) => ({ ...one, slackUserGroups: ['S0SRE', 'S0WEB'] })),
  }));
  chat.lists.set('S0WEB', ['U0SRE']);
  const id = await join();
  expect(chat.lists.get('S0WEB')).toEqual(['U0SRE', 'U0ENG']);
  chat.lists.delete('S0SRE');
  await bench.as('engineer', 'membership.return', { id });
  await bench.live(120);
  expect((await show(id)).state).toBe('ended');
  expect(chat.lists.get('S0WEB')).toEqual(['U0SRE']);
  const { id: next } = await bench.as('engineer', 'membership.request', wish);
  await bench.as('sre', 'lease.approve', { id: next });
  await bench.live(60);
  expect(await show(next)).toMatchObject({ state: 'granting', missing: 'user-group-gone' });
  expect(chat.lists.get('S0WEB')).toEqual(['U0SRE', 'U0ENG']);
});

it('ends where there is no chat any more, and says who is still in its groups', async () => {
  const id = await join();
  const { engine } = bench.anotherEngine();
  const pass = async () => {
    bench.clock.turn(60);
    await engine.turn((core) => core.reconcile());
  };
  await pass();
  expect((await show(id)).state).toBe('active');
  await bench.as('engineer', 'membership.return', { id });
  for (const _ of [1, 2, 3]) await pass();
  expect(await show(id)).toMatchObject({ state: 'ended', missing: 'user-group-left' });
  const entries = await bench.as('sre', 'timeline.list', { limit: 20 });
  const ended = entries.find(({ action, subject }) => action === 'lease.ended' && subject === id);
  expect(ended?.data).toMatchObject({ missing: 'user-group-left' });
  expect(chat.lists.get('S0SRE')).toContain('U0ENG');
});

it('is extended with its parts, which nobody can touch by themselves', async () => {
  const id = await join();
  await bench.as('engineer', 'membership.extend', { id, for: '20m' });
  await bench.live(60);
  const { deadline, permissionSets } = await show(id);
  const [{ lease: part } = { lease: '' }] = permissionSets;
  const ofPart = await bench.as('sre', 'access.show', { id: part });
  expect(ofPart).toMatchObject({ partOf: id, deadline });
  for (const [verb, more] of [
    ['access.extend', { by: '1h' }],
    ['access.return', {}],
    ['lease.withdraw', {}],
  ] as const) {
    const call = bench.as('engineer', verb, { id: part, ...more } as never);
    expect(await refusal(call)).toBe('part-of-lease');
  }
  await bench.live(30 * 60 + 60);
  expect((await show(id)).state).toBe('active');
  expect(assigned()).toEqual(sorted([...before, ...lent]));
});

it('is asked for once, by somebody whom policy lets, and its parts go with a no', async () => {
  const { id } = await bench.as('engineer', 'membership.request', wish);
  expect(await refusal(bench.as('engineer', 'membership.request', wish))).toBe('member-already');
  expect(await refusal(bench.as('support', 'membership.request', wish))).toBe('policy-refused');
  expect(await refusal(bench.as('engineer', 'membership.request', { ...wish, team: 'web' }))).toBe(
    'unknown-team',
  );
  const { entries } = await entriesDuring(bench, () =>
    bench.as('sre', 'lease.deny', { id, reason: 'not now' }),
  );
  expect(entries.map(({ action }) => action)).toEqual([
    'lease.deny',
    'lease.withdraw',
    'lease.withdraw',
  ]);
  const { permissionSets } = await show(id);
  expect(permissionSets.map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
});

it('puts whoever linked themselves to Slack into its user group, and says so of whoever nobody knows there', async () => {
  bench.configure((config) => ({
    ...config,
    people: config.people.map((each) => (each.id === 'engineer' ? { ...each, slack: null } : each)),
  }));
  const { id, slackUserGroups, unlinkedUserGroups } = await show(await join());
  expect({ slackUserGroups, unlinkedUserGroups }).toEqual({
    ...{ slackUserGroups: [], unlinkedUserGroups: ['S0SRE'] },
  });
  expect(chat.lists.get('S0SRE')).toEqual(['U0SRE', 'U0SRE2']);
  await bench.as('engineer', 'membership.return', { id });
  await bench.live(120);
  const { house } = bench.core;
  const team = house.config().slack?.team ?? '';
  const secret = await askForLink(house, { team, user: 'U0ENG' });
  await confirmLink(house, contextOf('engineer').principal, secret);
  const linked = await show(await join());
  expect(linked.slackUserGroups).toEqual(['S0SRE']);
  expect(linked.unlinkedUserGroups).toBeUndefined();
  expect(chat.lists.get('S0SRE')).toEqual(['U0SRE', 'U0SRE2', 'U0ENG']);
});

it('is judged as production where anything that goes with it is', async () => {
  const askedOf = async () => {
    const teams = await bench.as('engineer', 'membership.teams', {});
    return teams.find(({ team }) => team === 'sre')?.rule;
  };
  bench.configure((config) => {
    const rule = config.policies.find(({ id }) => id === 'join-the-sre-team');
    if (rule === undefined) throw new Error('practice has a rule for its team');
    const condition: typeof rule.condition = ({ environment }) => !environment.production;
    const calm = { ...rule, id: 'calm', condition };
    return { ...config, policies: [calm, ...config.policies] };
  });
  expect(await askedOf()).toBe('join-the-sre-team');
  bench.configure(({ access, ...config }) => {
    const accounts = access?.accounts.map((each) => ({ ...each, production: false })) ?? [];
    return { ...config, access: access && { ...access, accounts } };
  });
  expect(await askedOf()).toBe('calm');
});

it('keeps what was done of its checklist, and who said so', async () => {
  const id = await join();
  const input = { id, item: 'runbooks', done: true };
  const { checklist } = await bench.as('engineer', 'membership.check', input);
  expect(checklist.find((one) => one.id === 'runbooks')?.done).toMatchObject({ by: 'engineer' });
  const undone = await bench.as('sre', 'membership.check', { ...input, done: false });
  expect(undone.checklist.every(({ done }) => done === null)).toBe(true);
  const wrong = bench.as('engineer', 'membership.check', { ...input, item: 'nothing' });
  expect(await refusal(wrong)).toBe('checklist-item-not-found');
  expect(await refusal(bench.as('support', 'membership.check', input))).toBe('not-yours');
});

it('has a journal that ends with the term, for the member and for SREs alone', async () => {
  const id = await join();
  await bench.as('engineer', 'membership.check', { id, item: 'runbooks' });
  await bench.ask();
  await bench.as('engineer', 'membership.return', { id });
  await bench.live(60);
  await bench.ask();
  const read = (who: string) => bench.as(who, 'membership.journal', { id, language: 'ja' });
  const { sections, markdown, from, to } = await read('engineer');
  expect(sections.flatMap(({ counts }) => counts)).toEqual([{ kind: 'server', count: 1 }]);
  expect(markdown).toContain('[x] 手順書を読む');
  const { readyAt, endedAt } = await show(id);
  expect({ from, to }).toEqual({ from: readyAt, to: endedAt });
  expect((await read('sre2')).markdown).not.toBe('');
  expect(await refusal(read('support'))).toBe('not-yours');
});

it('tells the chat whom a try that failed had brought back, until they are out again', async () => {
  const told: (readonly string[])[] = [];
  const { setMember } = chat;
  chat.setMember = async (place, rules) => {
    told.push(rules.broughtBack);
    if (told.length > 1) return setMember(place, rules);
    await rules.bringBack(['U0SRE']);
    throw new CloudError('throttled', 'ratelimited', 'Slack: ratelimited');
  };
  const id = await join();
  await bench.live(300);
  expect((await show(id)).state).toBe('active');
  await bench.as('engineer', 'membership.return', { id });
  await bench.live(120);
  expect(told).toEqual([[], ['U0SRE'], []]);
  await expectGone(id);
});
