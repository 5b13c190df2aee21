import { describe, expect, it, vi } from 'vitest';
import { useBench } from '../../../../../test/support/engine-bench.ts';
import { refusal } from '../../../test/leases.ts';
import type { Database } from '../../platform/database/database.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench();

const day = 24 * 3600;
const places = { staging: '222222222222', sandbox: '333333333333' } as const;

/** An instance with our mark, of a lease that nobody here may know. */
async function stray(
  environment: keyof typeof places,
  lease: string,
  clientToken = `${lease}-${environment}-stray`,
  tagged: string = environment,
): Promise<string> {
  const scope = { environment, account: places[environment], region: 'ap-northeast-1' };
  const resolved = await bench.cloud.resolveTemplate(scope, {
    ...{ name: 'sekisho-ops-server', instanceType: 't3.micro' },
  });
  const { launchTemplateId, version, instanceType } = resolved;
  const tags = {
    'sekisho:installation': 'practice',
    'sekisho:lease': lease,
    'sekisho:environment': tagged,
  };
  const order = { clientToken, launchTemplateId, version, instanceType, tags };
  return (await bench.cloud.launch(scope, order)).instanceId;
}

/** What is left running in the sandbox by a lease that is known to be over. */
async function orphanOfEndedLease(): Promise<string> {
  await loops();
  const id = await bench.ask();
  await bench.as('engineer', 'ops.stop', { id });
  await bench.live(1200);
  return stray('sandbox', id);
}

const sweep = (input: object = {}) => bench.as('sre', 'ops.sweep', { apply: true, ...input });
const stateOf = (id: string) =>
  bench.cloud.world.instances
    .get(id)
    ?.phases.findLast(({ at }) => at <= bench.clock.now().getTime())?.state;
const loops = async () => {
  await bench.core.runLoops();
  bench.clock.turn(300);
};
const withheldPages = async () =>
  (await bench.ordered('page')).filter((key) => key.startsWith('page:sweep-withheld'));

describe('the sweep', () => {
  it('sweeps nothing by an empty database and pages once, until an admin trusts it', async () => {
    const orphan = await stray('staging', 'ops-gone1234');
    for (let turn = 0; turn < 4; turn += 1) await loops();
    expect(stateOf(orphan)).toBe('running');
    expect(await sweep()).toMatchObject({ withheld: 'database-empty' });
    expect(await withheldPages()).toHaveLength(1);
    const trusting = bench.as('sre2', 'ops.sweep', { apply: true, trustDatabase: true });
    expect(await refusal(trusting)).toBe('role-too-weak');
    const trusted = await sweep({ trustDatabase: true });
    expect(trusted).toMatchObject({ withheld: null, orphans: [{ verdict: 'unknown' }] });
    expect(stateOf(orphan)).toBe('running');
  });

  it('does not begin to trust an empty database because one environment is empty', async () => {
    const orphan = await stray('sandbox', 'ops-gone1234');
    expect(await sweep({ environment: 'staging' })).toMatchObject({ withheld: null });
    expect(await sweep()).toMatchObject({ withheld: 'database-empty' });
    expect(stateOf(orphan)).toBe('running');
  });

  it('sweeps nothing by a database that is older than what it finds', async () => {
    await loops();
    await bench.ask();
    bench.clock.turn(day);
    const orphan = await stray('staging', 'ops-newer123');
    await bench.core.begin();
    expect(await sweep()).toMatchObject({ withheld: 'database-older-than-instances' });
    expect(stateOf(orphan)).toBe('running');
    expect(await withheldPages()).toHaveLength(1);
  });

  it('trusts its database although it died right after a launch', async () => {
    const id = await bench.ask();
    await clearEntries(bench.database);
    await bench.core.begin();
    expect(await sweep()).toMatchObject({ withheld: null, orphans: [] });
    expect(bench.living(id)).toHaveLength(1);
  });

  it('terminates the instance of a lease that is known to be over at once', async () => {
    await loops();
    const id = await bench.ask();
    await bench.as('engineer', 'ops.stop', { id });
    await bench.live(1200);
    const orphan = await stray('sandbox', id);
    await loops();
    expect(stateOf(orphan)).toBe('terminated');
  });

  it('reports an unknown one, then stops it, then terminates it, with grace before each step', async () => {
    await loops();
    await bench.ask();
    const orphan = await stray('staging', 'ops-unknown1');
    await loops();
    expect(stateOf(orphan)).toBe('running');
    expect(await bench.ordered('page')).toContain(`page:orphan:${orphan}`);
    bench.clock.turn(day);
    await loops();
    expect(stateOf(orphan)).toBe('stopped');
    bench.clock.turn(day);
    await loops();
    expect(stateOf(orphan)).toBe('terminated');
  });

  it('spares for good what somebody spared, whichever environment is swept', async () => {
    await loops();
    await bench.ask();
    const orphan = await stray('sandbox', 'ops-unknown1');
    await loops();
    await bench.as('sre', 'ops.spare', { instanceId: orphan, reason: 'mine' });
    await sweep({ environment: 'staging' });
    // Long enough for one that had to be reported anew.
    for (let turn = 0; turn < 3; turn += 1) {
      bench.clock.turn(2 * day);
      await loops();
    }
    expect(stateOf(orphan)).toBe('running');
  });

  it('spares what a look has shown before a sweep has noted it, and nothing that a lease explains', async () => {
    await loops();
    const lease = await bench.ask();
    await bench.live(60);
    const orphan = await stray('sandbox', 'ops-unknown1');
    const { orphans } = await sweep({ apply: false });
    expect(orphans.map(({ instanceId }) => instanceId)).toEqual([orphan]);
    await bench.as('sre', 'ops.spare', { instanceId: orphan, reason: 'mine' });
    bench.clock.turn(2 * day);
    await sweep();
    expect(stateOf(orphan)).toBe('running');
    const { instanceId } = await bench.as('sre', 'ops.show', { id: lease });
    const wish = { instanceId: instanceId ?? '', reason: 'mine' };
    expect(await refusal(bench.as('sre', 'ops.spare', wish))).toBe('instance-not-found');
  });

  it('reports what bears the copied tags of a living lease, which the lease itself leaves alone', async () => {
    await loops();
    const id = await bench.ask();
    const [own] = bench.living(id);
    const copy = await stray('sandbox', id, 'console-1234');
    await bench.live(120);
    expect(stateOf(copy)).toBe('running');
    expect(await bench.state(id)).toBe('active');
    await loops();
    expect(await bench.ordered('page')).toContain(`page:orphan:${copy}`);
    await bench.as('engineer', 'ops.stop', { id });
    await bench.live(60);
    expect(await bench.state(id)).toBe('ended');
    expect([stateOf(own?.id ?? ''), stateOf(copy)]).toEqual(['terminated', 'running']);
  });

  it('only decides when it is asked to act; the loops act, and nothing is ordered twice', async () => {
    const orphan = await orphanOfEndedLease();
    await sweep();
    await sweep();
    expect(stateOf(orphan)).toBe('running');
    expect(await bench.ordered('cloud')).toHaveLength(1);
    await loops();
    expect(stateOf(orphan)).toBe('terminated');
  });

  it('leaves alone what was spared after the sweep had decided', async () => {
    const orphan = await orphanOfEndedLease();
    await sweep();
    await bench.as('sre', 'ops.spare', { instanceId: orphan, reason: 'still needed' });
    await loops();
    expect(stateOf(orphan)).toBe('running');
  });

  it('does nothing that was ordered before this database was doubted', async () => {
    const orphan = await orphanOfEndedLease();
    await sweep();
    await bench.core.begin();
    bench.fault({ kind: 'denied', operations: ['DescribeInstances'], times: 100 });
    await loops();
    expect(stateOf(orphan)).toBe('running');
    bench.fault();
    await loops();
    await loops();
    expect(stateOf(orphan)).toBe('terminated');
  });

  it('leaves the grace of an instance alone whose tag names an environment elsewhere', async () => {
    await loops();
    await bench.ask();
    const orphan = await stray('sandbox', 'ops-unknown1', undefined, 'staging');
    await loops();
    await bench.as('sre', 'ops.spare', { instanceId: orphan, reason: 'mine' });
    await sweep({ environment: 'staging' });
    const { orphans } = await sweep({ environment: 'sandbox' });
    expect(orphans).toMatchObject([{ environment: 'sandbox', verdict: 'spared' }]);
  });

  it('is not held up by an account that does not answer', async () => {
    await loops();
    const id = await bench.ask();
    await bench.as('engineer', 'ops.stop', { id });
    await bench.live(1200);
    const orphan = await stray('sandbox', id);
    bench.fault({ kind: 'denied', operations: ['DescribeInstances'], times: 1 });
    const { unanswered } = await sweep();
    expect(unanswered).toHaveLength(1);
    await loops();
    expect(stateOf(orphan)).toBe('terminated');
    bench.fault({ kind: 'denied', operations: ['DescribeInstances'], times: 100 });
    expect(await refusal(sweep())).toBe('cloud-denied');
  });

  it('is not held up by one instance that cannot be removed', async () => {
    await loops();
    const id = await bench.ask();
    await bench.as('engineer', 'ops.stop', { id });
    await bench.live(1200);
    const orphans = [await stray('sandbox', id), await stray('staging', id)];
    bench.fault({ kind: 'denied', operations: ['TerminateInstances'], times: 1 });
    await loops();
    expect(new Set(orphans.map(stateOf))).toEqual(new Set(['running', 'terminated']));
    await loops();
    expect(orphans.map(stateOf)).toEqual(['terminated', 'terminated']);
  });
});

/** As if the process had died before it could record what it did last. */
async function clearEntries({ kysely }: Pick<Database, 'kysely'>): Promise<void> {
  const rows = (await kysely.selectFrom('entries').select('number').execute()) as {
    number: number;
  }[];
  const newest = Math.max(...rows.map(({ number }) => number));
  await kysely.deleteFrom('entries').where('number', '>=', newest).execute();
  const before = new Date('2026-04-30T23:00:00Z');
  await kysely.updateTable('entries').set({ at: before }).execute();
}
