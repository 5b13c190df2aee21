import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createWorld } from '../../../../test/support/world.ts';
import { type CiWorld, createCiWorld } from '../../test/ci.ts';
import { backupOf, bringBack } from '../../test/restored.ts';
import { type Database, openOn } from '../platform/database/database.ts';
import { openPglite } from '../platform/database/pglite-runner.ts';
import { randomIds } from '../platform/ids.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let lost: CiWorld;
let copy: Database;
beforeAll(async () => {
  lost = await createCiWorld();
  copy = await openOn(await openPglite(), { asItIs: true });
});
afterAll(async () => {
  await lost.database.close();
  await copy.close();
});

async function lent(input: object, run: string): Promise<string> {
  const { lease } = await lost.exchange({ ...input }, { run_id: run });
  await lost.as('sre', 'lease.approve', { id: lease });
  await lost.live(30);
  return lease;
}

const policiesOf = async (role: string) => {
  const scope = { environment: 'staging', account: '222222222222', region: 'us-east-1' };
  const seen = await lost.aws.role(scope, `arn:aws:iam::222222222222:role/${role}`, 'sekisho-');
  return Object.keys(seen?.policies ?? {});
};

it('lends nothing again to jobs whose leases were stopped after the backup, and denies what they have', async () => {
  const apply = await lent({}, '1000');
  const open = await lent({ purpose: 'open' }, '2000');
  expect(await policiesOf('sekisho-ci-window')).toEqual([`sekisho-window-${open}`]);
  const yesterday = await backupOf(lost.database);

  // What the backup has never heard of: credentials, and that somebody took both leases back.
  const { credentials } = await lost.exchange({}, { run_id: '1000' });
  if (credentials === null) throw new Error('no credentials');
  for (const id of [apply, open]) await lost.as('sre', 'ci.stop', { id, reason: 'a leak' });
  await lost.live(60);
  const mayDo = () => lost.aws.mayDo(credentials, 'iam:CreateRole');
  expect([mayDo(), await policiesOf('sekisho-ci-window')]).toEqual([false, []]);

  await bringBack(copy, yesterday);
  const { cloud, clock, config, ci } = lost;
  const house = await createWorld({ database: copy, cloud, clock, config, ci, ids: randomIds });
  const { differences, shown } = await house.as('sre', 'recovery.show', {});
  expect(differences.map(({ lease, kind, settles }) => [lease, kind, settles])).toEqual([
    [apply, 'job', 'ends'],
    [open, 'job', 'ends'],
  ]);
  await house.as('sre', 'recovery.settle', { reason: 'the leak was stopped', shown: shown ?? '' });
  await house.live(120);
  expect([mayDo(), await policiesOf('sekisho-ci-window')]).toEqual([false, []]);
  expect(await policiesOf('sekisho-ci-apply')).toEqual(['sekisho-ended']);
  for (const id of [apply, open])
    expect((await house.as('sre', 'lease.show', { id })).state).toBe('ended');
});
