import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accessLease, type Lending, startLending } from './lending.ts';

let lending: Lending;
beforeEach(async () => {
  lending = await startLending();
});
afterEach(() => lending.close());

const ask = ['credentials', '--profile', 'production-ReadOnly'];
const because = { SEKISHO_REASON: 'look at the queue' };
const expiration = (stdout: string) => (JSON.parse(stdout) as { Expiration: string }).Expiration;

describe('keys that were had with --no-lease', { timeout: 60_000 }, () => {
  test('are not given out as if by a lease, nor again when AWS would give none', async () => {
    const asItIs = [...ask, '--no-lease'];
    expect(await lending.run(asItIs)).toMatchObject({ code: 0 });
    const { code, stdout } = await lending.run(ask, because);
    expect(code).toBe(0);
    expect(lending.calls('access.request')).toBe(1);
    expect(expiration(stdout)).toBe(lending.lease?.deadline);
    lending.aws.unassigned = 9;
    expect(await lending.run(asItIs)).toMatchObject({ code: 3, stdout: '' });
  });

  test('are kept where the map says that one always has them', async () => {
    const always = ['credentials', '--profile', 'production-Always', '--no-lease'];
    const first = await lending.run(always);
    expect(await lending.run(always)).toMatchObject({ code: 0, stdout: first.stdout });
    const had = lending.aws.asked.filter((one) => one === '/federation/credentials');
    expect(had).toHaveLength(1);
  });
});

test('a passphrase that is too short is refused before anybody is asked for anything', async () => {
  const env = { ...because, SEKISHO_PASSPHRASE: 'short' };
  const { code, stderr } = await lending.run(ask, env);
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('8') });
  expect(lending.server.seen.map(({ verb }) => verb)).toEqual([]);
  expect(lending.aws.asked).toEqual([]);
}, 60_000);

test('a lease that only starts later is not waited for: another is asked for', async () => {
  const tomorrow = new Date(Date.now() + 24 * 3_600_000).toISOString();
  const [state, step] = ['approved', 'waiting-start'] as const;
  const later = accessLease({
    id: 'acc-2b4c6d8f',
    state,
    step,
    startsAt: tomorrow,
    deadline: null,
  });
  lending.lease = later;
  lending.next = [later, { state: 'active', step: 'ready' }];
  const { code, stdout } = await lending.run(ask, because);
  expect(code).toBe(0);
  expect(lending.calls('access.request')).toBe(1);
  expect(expiration(stdout)).toBe(lending.lease.deadline);
}, 60_000);
