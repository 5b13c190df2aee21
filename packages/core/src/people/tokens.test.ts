import type { Context } from '@sekisho/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import {
  contextOf,
  createWorld,
  type TestWorld,
  turnableClock,
} from '../../../../test/support/world.ts';
import { refusal, requestedLease, roomyConfig } from '../../test/leases.ts';
import { useToken } from './store.ts';

let world: TestWorld;
const clock = turnableClock();

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config: roomyConfig(), clock });
});
afterAll(() => world.database.close());

const create = (more: object = {}, who = 'engineer') =>
  world.as(who, 'token.create', { name: 'report', scopes: ['*'], expires: '7d', ...more });
const use = (secret: string) => useToken(world.database.kysely, secret, clock.now());

/** The context that a door makes of a token. */
function bearing(scopes: readonly string[], who = 'engineer', agent = false): Context {
  const id = agent ? `agent:${who}` : who;
  const kind = agent ? ('agent' as const) : ('person' as const);
  const principal = { ...contextOf(who).principal, id, kind, assurance: 'token' as const };
  return contextOf(who, { principal, scopes });
}

describe('an API token', () => {
  it('is told once, and kept nowhere: not in a row, an entry, an order or an answer', async () => {
    const keyed = contextOf('engineer', { idempotencyKey: 'once' });
    const input = { name: 'report', scopes: ['ops.list'], expires: '7d' };
    const { token } = await world.core.call('token.create', keyed, input);
    expect(token).toMatch(/^sk_[\w-]{43}$/);
    expect(await refusal(world.core.call('token.create', keyed, input))).toBe('already-issued');
    const { kysely } = world.database;
    const tables = await kysely.introspection.getTables();
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      const rows = await kysely.selectFrom(name).selectAll().execute();
      const text = JSON.stringify(rows);
      expect(text, name).not.toContain(token);
      expect(text, name).not.toContain(token.slice(3));
    }
    expect(JSON.stringify(await world.as('engineer', 'token.list', {}))).not.toContain('sk_');
  });

  it('is good until it expires, or is revoked, and not a moment longer', async () => {
    const { token, id } = await create({ expires: '1h' });
    expect(await use(token)).toMatchObject({ id, owner: 'engineer', scopes: ['*'] });
    clock.turn(3599);
    expect(await use(token)).toMatchObject({ id });
    clock.turn(1);
    expect(await use(token)).toBeUndefined();
    const other = await create();
    expect(await use(other.token)).toMatchObject({ id: other.id });
    await world.as('engineer', 'token.revoke', { id: other.id });
    expect(await use(other.token)).toBeUndefined();
    expect(await use(`${other.token}x`)).toBeUndefined();
    expect(await use('')).toBeUndefined();
  });

  it('revoked twice keeps the moment of the first time', async () => {
    const { id } = await create();
    const { revokedAt } = await world.as('engineer', 'token.revoke', { id });
    clock.turn(60);
    expect(await world.as('engineer', 'token.revoke', { id })).toMatchObject({ revokedAt });
  });

  it('is seen and revoked by its owner and by admins only', async () => {
    const { id } = await create();
    const seen = async (who: string) =>
      (await world.as(who, 'token.list', {})).some((token) => token.id === id);
    expect([await seen('engineer'), await seen('sre'), await seen('sre2')]).toEqual([
      ...[true, true, false],
    ]);
    expect(await refusal(world.as('sre2', 'token.revoke', { id }))).toBe('not-yours');
    expect(await refusal(world.as('sre', 'token.revoke', { id }))).toBeNull();
    expect(await refusal(world.as('sre', 'token.revoke', { id: 'tok-x' }))).toBe('token-not-found');
  });

  it('never mints tokens and never approves, whatever its scopes', async () => {
    const { id } = await requestedLease(world);
    for (const agent of [false, true]) {
      const bearer = bearing(['*'], 'sre', agent);
      const input = { name: 'child', scopes: ['*'], expires: '300d' };
      expect(await refusal(world.core.call('token.create', bearer, input))).toBe('token-scope');
      const approved = world.core.call('lease.approve', bearer, { id });
      expect(await refusal(approved)).toBe('approver-must-be-person');
    }
    const [newest] = await world.as('sre', 'timeline.list', { limit: 1 });
    expect(newest).toMatchObject({ action: 'lease.approve', outcome: 'refused', lease: id });
  });

  it.each([
    [['ops.list'], ['ops.list']],
    [['ops.*'], ['ops.list', 'ops.history']],
    [['*.list'], ['ops.list', 'people.list', 'token.list', 'timeline.list']],
    [
      ['people.me', 'ops.history'],
      ['ops.history', 'people.me'],
    ],
    [['*'], ['ops.list', 'ops.history', 'people.list', 'people.me', 'token.list', 'timeline.list']],
    [['ops', 'ops.', '.list', 'ops.lis', 'OPS.LIST', ''], []],
    [[], []],
  ])('with scopes %j may do %j of some', async (scopes, allowed) => {
    const some = ['ops.list', 'ops.history', 'people.list', 'people.me', 'token.list'] as const;
    for (const name of [...some, 'timeline.list'] as const) {
      const code = await refusal(world.core.call(name, bearing(scopes), {}));
      expect(code, name).toBe(allowed.includes(name) ? null : 'token-scope');
    }
  });

  it.each([
    ['bad-duration', { expires: 'never' }],
    ['bad-input', { expires: '367d' }],
    ['bad-input', { scopes: [] }],
    ['bad-input', { name: ' ' }],
  ])('answers %s to %j', async (code, input) => {
    expect(await refusal(create(input))).toBe(code);
  });
});

it('is refused for a scope that no verb has', async () => {
  for (const scope of ['ops.lst', 'op.*', '*.start-all', 'ops']) {
    const facts = { field: 'scopes', problem: 'no-such-scope', value: scope };
    const scopes = ['ops.list', scope];
    await expect(create({ scopes })).rejects.toMatchObject({ code: 'bad-input', facts });
  }
});

it('lists to an agent those of the person it acts for', async () => {
  const made = await create({ scopes: ['token.list'], agent: true }, 'sre2');
  const mine = await world.core.call('token.list', bearing(['token.list'], 'sre2', true), {});
  expect(mine.map(({ id }) => id)).toEqual([made.id]);
});
