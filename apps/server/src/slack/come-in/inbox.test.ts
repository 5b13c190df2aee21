import { chat } from '@sekisho/core';
import { expect, test } from 'vitest';
import { type Bench, startBench, useBenches } from '../test/bench.ts';

useBenches();

const starts = ({ core }: Bench) => core.calls.filter(({ name }) => name === 'ops.start');

/** As if the time of a claim had passed. */
async function claimsRunOut({ house }: Bench): Promise<void> {
  await house.database.kysely
    .updateTable('chat_inbox')
    .set({ next_attempt_at: new Date() })
    .where('next_attempt_at', 'is not', null)
    .execute();
}

test('a delivery that comes twice is worked on once', async () => {
  const bench = await startBench();
  await bench.person('faults', { duplicates: 1 });
  await bench.command('U0ENG', '/ops start staging 1h look');
  await bench.told('U0ENG', /準備を始めました/);
  const rows = await bench.house.database.kysely.selectFrom('chat_inbox').selectAll().execute();
  expect(rows).toHaveLength(1);
  expect(starts(bench)).toHaveLength(1);
});

test('a retry after a lost acknowledgement is worked on once, whatever its retry header says', async () => {
  const bench = await startBench({
    patience: { retryDelaysMs: [0], ackTimeoutMs: 200, retry: 'all' },
  });
  await bench.person('faults', { dropAcks: 1 });
  await bench.command('U0ENG', '/ops start staging 1h look');
  await bench.told('U0ENG', /準備を始めました/);
  await bench.person('faults', { dropAcks: 1 });
  await bench.person('home/open', { user: 'U0ENG' });
  await bench.until(
    () => bench.look('home?user=U0ENG'),
    ({ view }) => view !== null,
  );
  expect(starts(bench)).toHaveLength(1);
  const rows = await bench.house.database.kysely.selectFrom('chat_inbox').selectAll().execute();
  expect(rows).toHaveLength(2);
});

test('two clicks at once approve once, and the second is told why not', async () => {
  const bench = await startBench();
  await bench.command('U0ENG', '/ops start production 1h look');
  await bench.told('U0ENG', /依頼しました/);
  await bench.settle();
  const [card] = await bench.messages('U0SRE', 'C0OPS', (all) => all.length > 0);
  if (card === undefined) throw new Error('no card');
  await Promise.all([
    bench.press('U0SRE', 'C0OPS', card, 'lease.approve'),
    bench.press('U0SRE2', 'C0OPS', card, 'lease.approve'),
  ]);
  const calls = await bench.until(
    async () => bench.core.calls.filter(({ name }) => name === 'lease.approve'),
    (all) => all.length === 2,
  );
  expect(new Set(calls.map(({ context }) => context.idempotencyKey)).size).toBe(2);
  expect([...bench.core.leases.values()][0]?.approvals).toHaveLength(1);
  const [first, second] = await Promise.all([
    bench.told('U0SRE', /✓ 承認|✕/),
    bench.told('U0SRE2', /✓ Approve|✕ \*/),
  ]);
  expect(`${first.text}${second.text}`).toMatch(/✓/);
  expect(`${first.text}${second.text}`).toMatch(/✕/);
});

test('what was acknowledged before a crash is worked on after the restart, once', async () => {
  const bench = await startBench({ alone: true });
  const dying = bench.makeDoor(() => new Promise(() => undefined));
  await dying.start();
  expect(await bench.command('U0ENG', '/ops start staging 1h look')).toMatchObject({
    delivery: { outcome: 'acknowledged' },
  });
  // It never comes back from its call: to the inbox that is a crash.
  void dying.stop();
  await claimsRunOut(bench);
  expect(await bench.door.workOnce()).toBe(1);
  await bench.told('U0ENG', /準備を始めました/);
  expect(await bench.door.workOnce()).toBe(0);
  expect(starts(bench)).toHaveLength(1);
});

test('a worker that died after its call answers with what the call came to, without a second lease', async () => {
  const bench = await startBench({ alone: true });
  const dying = bench.makeDoor(async (...call) => {
    await bench.core.call(...call);
    return new Promise(() => undefined);
  });
  await dying.start();
  await bench.command('U0ENG', '/ops start staging 1h look');
  await bench.until(
    async () => bench.core.leases.size,
    (size) => size === 1,
  );
  void dying.stop();
  await claimsRunOut(bench);
  await bench.door.workOnce();
  await bench.told('U0ENG', /準備を始めました/);
  expect(bench.core.leases.size).toBe(1);
});

test('a slow call of one person holds up nobody else', async () => {
  const bench = await startBench({ alone: true });
  const door = bench.makeDoor((name, ...rest) =>
    name === 'ops.start' ? new Promise(() => undefined) : bench.core.call(name, ...rest),
  );
  await door.start();
  await bench.command('U0ENG', '/ops start staging 1h look');
  await bench.command('U0SRE2', '/ops list');
  await bench.told('U0SRE2', /who has what/);
  void door.stop();
});

test('a form that a crash kept from opening is asked for again', async () => {
  const bench = await startBench({ alone: true });
  const key = 'left-behind';
  const trigger = 'spent';
  const common = { key, team: 'T0PRACTICE', user: 'U0SRE2', at: new Date().toISOString(), trigger };
  const place = { channel: 'C0OPS', responseUrl: null };
  const left = { ...common, ...place, kind: 'command', command: '/ops', text: '' };
  await chat.createChatKeeper(bench.house)({ key, payload: left });
  // The first look is too early: whoever acknowledged it may still be opening the form.
  await bench.door.workOnce();
  await claimsRunOut(bench);
  await bench.door.workOnce();
  await bench.told('U0SRE2', /Please do it once more/);
  await claimsRunOut(bench);
  expect(await bench.door.workOnce()).toBe(0);
});

test('what cannot be kept is not acknowledged, so that the person sees that nothing happened', async () => {
  const bench = await startBench({ patience: { ackTimeoutMs: 300 } });
  const { kysely } = bench.house.database;
  await kysely.schema.alterTable('chat_inbox').renameTo('chat_inbox_gone').execute();
  try {
    const typed = await bench.command('U0ENG', '/ops start staging 1h look');
    expect(typed).toMatchObject({ delivery: { outcome: 'timeout' } });
  } finally {
    await kysely.schema.alterTable('chat_inbox_gone').renameTo('chat_inbox').execute();
  }
  expect(starts(bench)).toHaveLength(0);
});
