import { describe, expect, it, vi } from 'vitest';
import { useBench } from '../../../../test/support/engine-bench.ts';
import { refusal } from '../../test/leases.ts';
import { backupOf, useRestored } from '../../test/restored.ts';
import { writeRestored } from '../platform/restored.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const bench = useBench();
const restored = useRestored(bench);

const day = 24 * 3600;
const settling = { reason: 'looked at every server with Aiko' };

const states = () =>
  [...bench.cloud.world.instances.values()].map(({ id, phases }) => [
    id,
    phases.findLast(({ at }) => at <= bench.clock.now().getTime())?.state,
  ]);
const kinds = (differences: readonly { lease: string | null; kind: string }[]) =>
  Object.fromEntries(differences.map(({ lease, kind }) => [lease, kind]));

/** Two hours of servers in the sandbox. */
const long = { for: '2h' };

describe('a database that was restored', () => {
  it('touches no healthy server, brings no ended lease back, and shows an admin what differs', async () => {
    await bench.core.begin();
    const stays = await bench.ask(long);
    const ends = await bench.ask(long);
    await bench.live(300);
    const later = {
      environment: 'sandbox',
      for: '30m',
      reason: 'later',
      at: '2026-05-01T03:00:00Z',
    };
    const waits = (await bench.as('engineer', 'ops.start', later)).id;
    const yesterday = await backupOf(bench.database);

    // What the backup has never heard of.
    await bench.as('engineer', 'ops.stop', { id: ends });
    await bench.as('engineer', 'lease.withdraw', { id: waits });
    await bench.live(600);
    await bench.as('engineer', 'ops.extend', { id: stays, by: '1h' });
    const news = await bench.ask(long);
    await bench.live(6600);
    expect(await bench.state(stays)).toBe('active');
    expect(await bench.state(news)).toBe('active');
    expect(bench.living(ends)).toEqual([]);

    const before = states();
    const house = await restored(yesterday);
    for (let turn = 0; turn < 3; turn += 1) {
      await house.core.reconcile();
      await house.core.runLoops();
      bench.clock.turn(60);
    }
    expect(states()).toEqual(before);
    const asking = house.as('engineer', 'ops.start', {
      ...long,
      environment: 'sandbox',
      reason: 'x',
    });
    expect(await refusal(asking)).toBe('restored-unsettled');
    expect(await refusal(house.as('engineer', 'ops.extend', { id: stays, by: '5m' }))).toBe(
      'restored-unsettled',
    );
    const trusting = house.as('sre', 'ops.sweep', { apply: true, trustDatabase: true });
    expect(await refusal(trusting)).toBe('restored-unsettled');
    expect(await house.as('sre', 'ops.sweep', {})).toMatchObject({ withheld: 'database-restored' });
    expect((await house.as('engineer', 'people.me', {})).restored).toMatchObject({
      newestEntry: expect.any(Number),
    });

    const paged = house.database.kysely
      .selectFrom('outbox')
      .select('dedupe')
      .where('topic', '=', 'page');
    expect((await paged.execute()).map(({ dedupe }) => String(dedupe))).toEqual([
      expect.stringContaining('sweep-withheld:database-restored'),
    ]);

    const { differences, unanswered, shown } = await house.as('sre', 'recovery.show', {});
    expect(unanswered).toEqual([]);
    expect(kinds(differences)).toEqual({
      [stays]: 'overdue',
      [ends]: 'gone',
      [waits]: 'waiting',
      [news]: 'unknown',
    });

    const seen = { ...settling, shown: shown ?? '' };
    expect(await refusal(house.as('sre2', 'recovery.settle', seen))).toBe('role-too-weak');
    // Who has not looked settles nothing, nor who looked before something else came.
    expect(await refusal(house.as('sre', 'recovery.settle', settling))).toBe('restored-otherwise');
    const stale = { ...settling, shown: '3f9a1c07b2de' };
    expect(await refusal(house.as('sre', 'recovery.settle', stale))).toBe('restored-otherwise');
    // Settling is done once: nobody's slip of the pen passes for it.
    const slip = (id: string) => house.as('sre', 'recovery.settle', { ...seen, end: [id] });
    expect(await refusal(slip(news))).toBe('lease-not-found');
    expect(await refusal(slip(waits))).toBe('wrong-state');
    const settled = await house.as('sre', 'recovery.settle', { ...seen, grace: '50m' });
    expect(settled).toMatchObject({ restored: null, shown: null });
    expect(kinds(settled.differences)).toEqual(kinds(differences));
    await house.core.runLoops();
    await house.live(900);
    expect(states()).toEqual(before);
    const stateOf = async (id: string) => (await house.as('sre', 'ops.show', { id })).state;
    expect(await stateOf(stays)).toBe('active');
    expect(await stateOf(ends)).toBe('ended');
    expect(await stateOf(waits)).toBe('withdrawn');
    expect(bench.cloud.world.instances.size).toBe(before.length);
    expect(await refusal(house.as('sre', 'recovery.settle', settling))).toBe('not-restored');

    // From here on it is as any other: what was put off ends, and the unknown at its hard maximum.
    await house.live(3600);
    expect(await stateOf(stays)).toBe('ended');
    expect(bench.living(stays)).toEqual([]);
    for (let turn = 0; turn < 3; turn += 1) {
      bench.pass(day);
      await house.core.runLoops();
      await house.core.runLoops();
    }
    expect(bench.living(news)).toEqual([]);
    const entries = await house.as('sre', 'timeline.list', { limit: 1000 });
    const actions = entries.map(({ action }) => action);
    expect(actions.filter((action) => action === 'recovery.began')).toHaveLength(1);
    expect(actions).toEqual(expect.arrayContaining(['recovery.settle', 'recovery.put-off']));
    expect(await house.as('sre', 'timeline.verify', {})).toMatchObject({ ok: true });
  });

  it('obeys whoever stops everything, although nobody has settled it', async () => {
    await bench.core.begin();
    const id = await bench.ask(long);
    await bench.live(300);
    // Said before the backup, and never resumed: that order is the backup's.
    await bench.as('sre', 'lease.stop-all', { reason: 'a drill' });
    const restoredAt = bench.clock.now().toISOString();
    const mark = { restoredAt, takenAt: restoredAt, newestEntry: 1, noted: true };
    await transactAsSystem(bench.core.house, (tx) => writeRestored(tx, mark));
    await bench.as('engineer', 'ops.stop', { id });
    await bench.live(600);
    expect(bench.living(id)).toHaveLength(1);
    await bench.as('sre', 'lease.stop-all', { reason: 'keys leaked' });
    await bench.live(600);
    expect(bench.living(id)).toEqual([]);
    const paged = (await bench.ordered('page')).filter((key) => key.includes('stop-all:'));
    expect(paged).toHaveLength(2);
  });
});
