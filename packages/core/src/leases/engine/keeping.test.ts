import { describe, expect, it, vi } from 'vitest';
import { useBench } from '../../../../../test/support/engine-bench.ts';

// Minutes of an engine's life are thousands of statements.
vi.setConfig({ testTimeout: 120_000 });

const bench = useBench((yaml) => yaml.replace('idleAfter: 30m', 'idleAfter: 6m'));

const minute = 60;
/** A lease whose server is up. */
const lend = async (wish = {}) => {
  const id = await bench.ask(wish);
  await bench.live(3);
  return id;
};
const show = (id: string) => bench.as('sre', 'ops.show', { id });
const actions = async (id: string) =>
  (await bench.as('sre', 'timeline.list', { lease: id })).map(({ action }) => action);
const reminders = async (id: string) =>
  (await actions(id)).filter((action) => action === 'lease.reminded').length;
const holderTag = (id: string) =>
  bench.cloud.world.instances.get(bench.living(id)[0]?.id ?? '')?.tags['sekisho:holder'];

describe('an active lease', () => {
  it('is reminded of again for a later deadline', async () => {
    const id = await lend();
    await bench.live(26 * minute);
    expect(await reminders(id)).toBe(2);
    await bench.as('engineer', 'ops.extend', { id, by: '30m' });
    await bench.live(29 * minute);
    expect(await reminders(id)).toBe(4);
    expect(await bench.state(id)).toBe('active');
  });

  it('ends when idle, but not while it is held or a process is', async () => {
    const wish = { environment: 'staging', for: '2h' };
    const [idle, held, busy] = [await lend(wish), await lend(wish), await lend(wish)];
    await bench.as('engineer', 'ops.hold', { id: held, for: '20m' });
    bench.inside(busy, 'hold-process');
    await bench.live(9 * minute);
    expect(await show(idle)).toMatchObject({ state: 'ended', ending: 'idle' });
    expect(await bench.state(held)).toBe('active');
    expect(await bench.state(busy)).toBe('active');
    bench.inside(busy, 'release-process');
    await bench.live(8 * minute);
    expect(await show(busy)).toMatchObject({ state: 'ended', ending: 'idle' });
  });

  it('ends when its server is gone', async () => {
    const id = await lend();
    const scope = { environment: 'sandbox', account: '333333333333', region: 'ap-northeast-1' };
    await bench.cloud.terminate(scope, bench.living(id)[0]?.id ?? '');
    await bench.live(2 * minute);
    expect(await show(id)).toMatchObject({ state: 'ended', ending: 'resource-gone' });
  });

  it('that is handed over is tagged first and then rid of sessions, whoever dies in between', async () => {
    const id = await lend();
    const session = bench.inside(id, 'open-session');
    const isOpen = () => bench.cloud.world.sessions.get(session)?.endedAt === null;
    await bench.as('engineer', 'ops.handover', { id, to: 'sre2' });
    const { engine } = bench.anotherEngine();
    engine.aim = { step: 'endSession', fault: 'crash-before' };
    await engine.turn((core) => core.reconcile());
    expect(engine.dead).toBe(true);
    expect(holderTag(id)).toBe('sre2');
    expect(isOpen()).toBe(true);
    await bench.live(2 * minute);
    expect(isOpen()).toBe(false);
  });

  it('ends sessions again when a late call had put the old holder back', async () => {
    const id = await lend();
    await bench.as('engineer', 'ops.handover', { id, to: 'sre2' });
    await bench.live(10);
    const scope = { environment: 'sandbox', account: '333333333333', region: 'ap-northeast-1' };
    const instanceId = bench.living(id)[0]?.id ?? '';
    await bench.cloud.tag(scope, instanceId, { 'sekisho:holder': 'engineer' });
    const session = bench.inside(id, 'open-session');
    await bench.live(2 * minute);
    expect(holderTag(id)).toBe('sre2');
    expect(bench.cloud.world.sessions.get(session)?.endedAt).not.toBeNull();
  });

  it('has its switch set again when a late call had put it off', async () => {
    const id = await lend();
    await bench.live(10);
    const set = bench.armedFor(id);
    const scope = { environment: 'sandbox', account: '333333333333', region: 'ap-northeast-1' };
    const at = new Date((set ?? 0) + 20 * 60_000).toISOString();
    await bench.cloud.arm(scope, { name: `sekisho-${id}`, lease: id, at });
    await bench.live(7 * minute);
    expect(bench.armedFor(id)).toBe(set);
  });
});

describe('taking a lease back', () => {
  it('is not over before its server was seen to be gone', async () => {
    const id = await lend();
    bench.fault({ kind: 'lost-request', operations: ['TerminateInstances'] });
    await bench.as('engineer', 'ops.stop', { id });
    await bench.live(3 * minute);
    expect(await bench.state(id)).toBe('revoking');
    expect(bench.living(id)).toHaveLength(1);
    bench.fault();
    await bench.live(minute);
    expect(await bench.state(id)).toBe('ended');
    expect(bench.living(id)).toEqual([]);
  });

  it('begins when AWS answers again, is marked stuck and paged once until then', async () => {
    const id = await lend();
    await bench.live(28 * minute);
    bench.fault({ kind: 'lost-request' });
    await bench.live(17 * minute);
    expect(await show(id)).toMatchObject({ state: 'revoking', stuck: true });
    const pages = (await bench.ordered('page')).filter((key) => key.startsWith('page:stuck'));
    expect(pages).toHaveLength(1);
    bench.fault();
    await bench.live(minute);
    expect(await show(id)).toMatchObject({ state: 'ended', stuck: false, ending: 'deadline' });
  });

  it('outlasts minutes of throttling', async () => {
    const id = await lend();
    await bench.live(28 * minute);
    bench.fault({ kind: 'throttle', probability: 0.9 });
    await bench.live(12 * minute);
    bench.fault();
    await bench.live(minute);
    expect(await bench.state(id)).toBe('ended');
  });

  it('is on time although Systems Manager answers nothing', async () => {
    const ids = [await lend({ environment: 'staging' }), await lend()];
    // Its sessions matter until the end, and are asked for together with the others.
    const longer = await lend({ environment: 'staging', for: '2h' });
    bench.fault({
      ...{ kind: 'throttle', probability: 1 },
      operations: ['DescribeSessions', 'DescribeInstanceInformation'],
    });
    bench.clock.turn(31 * minute);
    await bench.core.reconcile();
    for (const id of ids) expect(bench.living(id)).toEqual([]);
    await bench.live(minute);
    for (const id of ids) {
      expect(await show(id)).toMatchObject({ state: 'ended', ending: 'deadline' });
    }
    expect(await bench.state(longer)).toBe('active');
  });

  it('catches a launch that lands after the lease has ended, then disarms and closes', async () => {
    bench.fault({ kind: 'late', operations: ['RunInstances'], delayMs: 240_000, times: 1 });
    const { id } = await bench.as('engineer', 'ops.start', { environment: 'sandbox', reason: 'x' });
    await bench.core.reconcile();
    await bench.as('engineer', 'ops.stop', { id });
    await bench.live(2 * minute);
    expect(await bench.state(id)).toBe('ended');
    expect(bench.armedFor(id)).not.toBeNull();
    await bench.live(2 * minute + 5);
    expect(bench.tokens(id)).toHaveLength(1);
    await bench.live(minute + 5);
    expect(bench.living(id)).toEqual([]);
    await bench.live(20 * minute);
    expect(bench.armedFor(id)).toBeNull();
    const { next_check_at: next } = await bench.database.kysely
      .selectFrom('targets')
      .select('next_check_at')
      .executeTakeFirstOrThrow();
    expect(next).toBeNull();
  });

  it('is done by AWS at the hard maximum when Sekisho is dead and root has stopped every timer', async () => {
    const id = await lend();
    const { hardMaximum } = await show(id);
    bench.inside(id, 'stop-timers');
    const lastMoment = Date.parse(hardMaximum ?? '');
    bench.pass((lastMoment - bench.clock.now().getTime()) / 1000 - 1);
    expect(bench.living(id)).toHaveLength(1);
    bench.pass(minute);
    expect(bench.living(id)).toEqual([]);
    await bench.live(minute);
    expect(await bench.state(id)).toBe('ended');
  });
});
