import { describe, expect, it, vi } from 'vitest';
import { useBench } from '../../../../../test/support/engine-bench.ts';

// Minutes of an engine's life are thousands of statements.
vi.setConfig({ testTimeout: 120_000 });

const bench = useBench((yaml) => `${yaml}  readyWithin: 20s\n`);

const show = (id: string) => bench.as('sre', 'ops.show', { id });
const runInstances = ['RunInstances'];

describe('a launch', () => {
  it('comes after the switch: a process that dies between them leaves only the switch', async () => {
    const { id } = await bench.as('engineer', 'ops.start', { environment: 'sandbox', reason: 'x' });
    const { engine } = bench.anotherEngine();
    engine.aim = { step: 'launch', fault: 'crash-before' };
    await engine.turn((core) => core.reconcile());
    expect(engine.dead).toBe(true);
    expect(bench.living(id)).toEqual([]);
    const { hardMaximum } = await show(id);
    expect(bench.armedFor(id)).toBe(Date.parse(hardMaximum ?? ''));
    await bench.live(90);
    expect(await show(id)).toMatchObject({ state: 'active' });
    expect(bench.tokens(id)).toEqual([`${id}-1`]);
  });

  it('repeats the same token until its instance is seen, and so launches one', async () => {
    bench.fault(
      { kind: 'invisible', delayMs: 30_000 },
      { kind: 'lost-answer', operations: runInstances, times: 3 },
    );
    const id = await bench.ask();
    await bench.live(60);
    expect(bench.tokens(id)).toEqual([`${id}-1`]);
    expect(await bench.state(id)).toBe('active');
  });

  it('takes another token only after its instance was seen terminated, and three in all', async () => {
    bench.fault({ kind: 'launch-fails', operations: runInstances });
    const id = await bench.ask();
    await bench.live(30);
    expect(bench.tokens(id)).toEqual([`${id}-1`, `${id}-2`, `${id}-3`]);
    await bench.live(90);
    expect(await show(id)).toMatchObject({ state: 'failed', missing: 'terminated-at-launch' });
  });

  it('lets the deadline run from ready, and shortens the hard maximum and its switch then', async () => {
    bench.fault({ kind: 'slow-agent', delayMs: 12_000 });
    const id = await bench.ask();
    const granted = Date.parse((await show(id)).hardMaximum ?? '');
    await bench.live(20);
    const lease = await show(id);
    const [ready, deadline, hard] = [lease.readyAt, lease.deadline, lease.hardMaximum].map((at) =>
      Date.parse(at ?? ''),
    ) as [number, number, number];
    expect(ready - Date.parse(lease.requestedAt)).toBeGreaterThanOrEqual(12_000);
    expect(deadline - ready).toBe(30 * 60_000);
    expect(hard - ready).toBe(8 * 3600_000);
    expect(hard).toBeLessThan(granted);
    expect(Math.abs((bench.armedFor(id) ?? 0) - hard)).toBeLessThan(1000);
  });

  it('is rebooted once, replaced once, and given up naming the missing piece', async () => {
    bench.fault({ kind: 'agent-never' });
    const id = await bench.ask();
    await bench.live(35);
    expect(await show(id)).toMatchObject({ step: 'rebooting' });
    await bench.live(20);
    expect(bench.tokens(id)).toEqual([`${id}-1`, `${id}-2`]);
    // What is seen while it is taken away is no reason why it failed.
    bench.fault(
      { kind: 'agent-never' },
      { kind: 'lingering', operations: ['TerminateInstances'], delayMs: 20_000 },
    );
    await bench.live(30);
    expect(await show(id)).toMatchObject({ state: 'revoking', missing: 'no-route-to-ssm' });
    await bench.live(30);
    expect(await show(id)).toMatchObject({ state: 'failed', missing: 'no-route-to-ssm' });
    expect(bench.living(id)).toEqual([]);
  });

  it('replaces a slow server although AWS shows the old one running for a while', async () => {
    bench.fault(
      { kind: 'agent-never', times: 2 },
      { kind: 'lingering', operations: ['TerminateInstances'], delayMs: 10_000 },
    );
    const id = await bench.ask();
    await bench.live(90);
    expect(await bench.state(id)).toBe('active');
    expect(bench.living(id).map(({ clientToken }) => clientToken)).toEqual([`${id}-2`]);
  });

  it('is given up when there was no capacity for a quarter of an hour', async () => {
    bench.fault({ kind: 'capacity', operations: runInstances });
    const id = await bench.ask();
    await bench.live(14 * 60);
    expect(await show(id)).toMatchObject({ state: 'granting', missing: 'no-capacity' });
    await bench.live(3 * 60);
    expect(await show(id)).toMatchObject({ state: 'failed', missing: 'no-capacity' });
  });

  it('is given up after two minutes when it is not allowed', async () => {
    bench.fault({ kind: 'denied', operations: runInstances });
    const id = await bench.ask();
    await bench.live(100);
    expect(await bench.state(id)).toBe('granting');
    await bench.live(180);
    expect(await show(id)).toMatchObject({ state: 'failed', missing: 'denied' });
  });

  it('is not given up at the first refusal because it had waited long for capacity', async () => {
    bench.fault({ kind: 'capacity', operations: runInstances });
    const id = await bench.ask();
    await bench.live(4 * 60);
    bench.fault({ kind: 'denied', operations: runInstances });
    await bench.live(60);
    expect(await show(id)).toMatchObject({ state: 'granting', missing: 'denied' });
    bench.fault();
    await bench.live(60);
    expect(await bench.state(id)).toBe('active');
  });

  it('that landed twice keeps one server', async () => {
    const id = await bench.ask();
    const { frozen } = (await bench.database.kysely
      .selectFrom('leases')
      .select('frozen')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()) as { frozen: { kind: Record<string, string> } };
    const { launchTemplateId = '', version = '', instanceType = '' } = frozen.kind;
    const { tags } = [...bench.cloud.world.instances.values()][0] ?? { tags: {} };
    const order = { launchTemplateId, version, instanceType, tags, clientToken: `${id}-stray` };
    const scope = { environment: 'sandbox', account: '333333333333', region: 'ap-northeast-1' };
    await bench.cloud.launch(scope, order);
    expect(bench.living(id)).toHaveLength(2);
    await bench.live(70);
    expect(bench.living(id)).toHaveLength(1);
    expect(await bench.state(id)).toBe('active');
  });
});
