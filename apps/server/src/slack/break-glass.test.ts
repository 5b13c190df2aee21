import { carryOutOrders } from '@sekisho/core';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import {
  createWorld,
  practiceConfig,
  type TestWorld,
  turnableClock,
} from '../../../../test/support/world.ts';
import { type Bench, startBench, useBenches } from './test/bench.ts';

useBenches();

const shown = (value: unknown) => JSON.stringify(value);

interface Scene {
  readonly bench: Bench;
  readonly world: TestWorld;
  /** Lets the engine live for a while and carries out what was ordered. */
  go(seconds?: number): Promise<void>;
  close(): Promise<void>;
}

/** The house itself behind Bolt and practice Slack. */
async function openScene(): Promise<Scene> {
  const clock = turnableClock(new Date().toISOString());
  const world = await createWorld({ database: await openTestDatabase(), clock });
  const bench = await startBench({
    alone: true,
    house: world.core.house,
    config: practiceConfig(),
  });
  const door = bench.makeDoor(world.core.call);
  await door.start();
  return {
    bench,
    world,
    async go(seconds = 1) {
      await world.live(seconds);
      while ((await carryOutOrders(world.core.house, carryOut)) > 0);
    },
    async close() {
      await door.stop();
      await world.database.close();
    },
  };
  async function carryOut(order: Parameters<typeof door.carryOut>[0]): Promise<undefined> {
    await door.carryOut(order);
  }
}

/** Asks for production through the form, with its box ticked. */
async function breakGlass({ bench }: Scene, user: string, reason: string): Promise<void> {
  await bench.command(user, '/ops start production');
  const first = await bench.form(user, (view) => /form\.breakGlass/.test(shown(view)));
  const ticked = { breakGlass: ['yes'] };
  await bench.person('view/action', {
    ...{ user, viewId: first.id, blockId: 'breakGlass', actionId: 'form.breakGlass' },
    ...{ value: ['yes'], values: ticked },
  });
  const values = { environment: 'production', for: '30m', reason, ...ticked };
  const sent = await bench.person('view/submit', { user, viewId: first.id, values });
  expect(sent).toMatchObject({ delivery: { outcome: 'acknowledged' } });
}

test('a ticked box starts without approval, pages everyone, and owes a review that is written in a form', async () => {
  const scene = await openScene();
  const { bench, world, go } = scene;
  await breakGlass(scene, 'U0SRE2', 'checkout is down');
  await bench.told('U0SRE2', /checkout is down/);
  const [lease] = await world.as('sre2', 'ops.list', { holder: 'sre2' });
  expect(lease).toMatchObject({ breakGlass: true, reviewDue: true, approvals: [] });
  const id = lease?.id ?? '';
  await go(5);
  expect((await world.as('sre2', 'ops.show', { id })).state).toBe('active');
  const paged = await bench.messages('U0SRE', 'C0SRE', (all) => all.length > 0);
  expect(shown(paged)).toMatch(/<!(channel|here)>|<@U0SRE>/);
  expect(shown(paged)).toContain('checkout is down');

  await breakGlass(scene, 'U0SRE2', 'once more');
  await bench.told('U0SRE2', /review/i);
  expect(await world.as('sre2', 'ops.history', { search: 'once more' })).toEqual([]);

  await world.as('sre2', 'ops.stop', { id });
  await go(120);
  expect((await world.as('sre2', 'ops.show', { id })).state).toBe('ended');
  const asked = await bench.told('U0SRE2', /lease\.review/);
  await bench.press('U0SRE2', asked.channel, asked, 'lease.review', id);
  const form = await bench.form('U0SRE2', ({ callback_id }) => callback_id === 'lease.review');
  const write = (text: string) =>
    bench.person('view/submit', { user: 'U0SRE2', viewId: form.id, values: { text } });
  expect(shown(await write('ok'))).toMatch(/is too short[^}]*20 characters or more/);
  await write('The queue was full; I drained it and raised its limit.');
  await bench.told('U0SRE2', /✓ Write the review/);
  expect((await world.as('sre2', 'ops.show', { id })).reviewDue).toBe(false);
  const entries = await world.as('sre', 'timeline.list', { lease: id });
  expect(entries.map(({ action }) => action)).toContain('lease.review');

  await breakGlass(scene, 'U0SRE2', 'and again');
  await bench.told('U0SRE2', /and again/);
  expect(await world.as('sre2', 'ops.history', { search: 'and again' })).toHaveLength(1);
  await scene.close();
});

test('the box is not offered to whom no policy lets break the glass', async () => {
  const scene = await openScene();
  await scene.bench.command('U0ENG', '/ops start production');
  const form = await scene.bench.form('U0ENG', (view) => /承認が必要/.test(shown(view)));
  expect(shown(form)).not.toContain('form.breakGlass');
  await scene.close();
});
