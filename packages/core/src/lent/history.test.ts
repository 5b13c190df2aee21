import { expect, it, vi } from 'vitest';
import { useBench } from '../../../../test/support/engine-bench.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench();
const borrow = (account: string, permissionSet: string, who = 'engineer') =>
  bench.as(who, 'access.request', { account, permissionSet, for: '1h', reason: 'look' });
const idsOf = async (input: object) =>
  (await bench.as('auditor', 'lease.history', input)).map(({ id }) => id);

it('finds leases of every kind by kind, place, set, person and time, page by page', async () => {
  const server = await bench.ask({ environment: 'staging' });
  bench.clock.turn(60);
  const { id: staging } = await borrow('staging', 'ReadOnly');
  bench.clock.turn(60);
  const { id: production } = await borrow('prod', 'ReadOnly', 'sre2');
  expect(await idsOf({})).toEqual([production, staging, server]);
  expect(await idsOf({ kind: 'permission-set' })).toEqual([production, staging]);
  expect(await idsOf({ environment: 'staging' })).toEqual([staging, server]);
  for (const environment of ['prod', '111111111111', 'Production'])
    expect(await idsOf({ environment })).toEqual([production]);
  expect(await idsOf({ permissionSet: 'readonly', holder: 'engineer' })).toEqual([staging]);
  expect(await idsOf({ search: 'ReadOnly' })).toEqual([production, staging]);
  expect(await idsOf({ purpose: 'apply' })).toEqual([]);
  expect(await idsOf({ since: '90s' })).toEqual([production, staging]);
  expect(await idsOf({ limit: 1, before: production })).toEqual([staging]);
  expect((await bench.as('auditor', 'ops.history', {})).map(({ id }) => id)).toEqual([server]);
});
