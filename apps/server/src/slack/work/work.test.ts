import { expect, test } from 'vitest';
import { type Bench, startBench, useBenches } from '../test/bench.ts';
import { later } from '../test/fake-core.ts';
import { blockWith } from '../test/people.ts';

useBenches();

const shown = (value: unknown) => JSON.stringify(value);

async function active(bench: Bench, user = 'U0ENG'): Promise<string> {
  await bench.command(user, '/ops start staging 1h look');
  await bench.told(user, /ops-test/);
  const id = [...bench.core.leases.keys()].at(-1) ?? '';
  const times = { readyAt: later(0), deadline: later(3600), hardMaximum: later(8 * 3600) };
  bench.core.change(id, { state: 'active', step: 'ready', instanceId: 'i-0abc1234', ...times });
  return id;
}

test('a command without an id means the only lease that one has', async () => {
  const bench = await startBench();
  const id = await active(bench);
  await bench.command('U0ENG', '/ops 延長 45分');
  await bench.told('U0ENG', /✓ 延長/);
  await bench.command('U0ENG', '/ops 引き継ぎ <@U0SRE2|ken>');
  await bench.told('U0ENG', /✓ 引き継ぎ/);
  await bench.command('U0ENG', '/ops 返却');
  expect(shown(await bench.told('U0ENG', /対象の貸出がありません/))).toMatch(/ops stop/);
  const said = bench.core.calls.filter(({ name }) => /extend|handover|stop/.test(name));
  expect(said.map(({ input }) => input)).toEqual([
    { id, by: '45分' },
    { id, to: 'sre2' },
  ]);
});

test('a command that fits several leases asks which one', async () => {
  const bench = await startBench();
  await active(bench);
  await active(bench);
  await bench.command('U0ENG', '/ops stop');
  expect(shown(await bench.told('U0ENG', /どの貸出ですか/))).toMatch(/ops-test0001.*ops-test0002/);
  expect(bench.core.calls.some(({ name }) => name === 'ops.stop')).toBe(false);
});

test('a yes is never guessed', async () => {
  const bench = await startBench();
  await bench.command('U0ENG', '/ops start production 1h look');
  await bench.told('U0ENG', /依頼しました/);
  await bench.command('U0SRE2', '/ops approve');
  await bench.told('U0SRE2', /Which one/);
  expect([...bench.core.leases.values()][0]?.approvals).toEqual([]);
});

test('a refusal says why and what to do, in the language of the one who asked', async () => {
  const bench = await startBench();
  await bench.command('U0SRE2', '/ops start production 3h look');
  expect(shown(await bench.told('U0SRE2', /✕/))).toMatch(/production.*1h/);
  await bench.command('U0ENG', '/ops start stagin 1h look');
  expect(shown(await bench.told('U0ENG', /stagin/))).toMatch(/staging、production/);
  await bench.command('U0ENG', '/ops 踊る');
  expect(shown(await bench.told('U0ENG', /踊る/))).toMatch(/ops 開始/);
});

test('a bug gives a number that finds its log line, and is not tried for ever', async () => {
  const bench = await startBench({ alone: true });
  const door = bench.makeDoor(async () => {
    throw new TypeError('undefined is not a function');
  });
  await door.start();
  await bench.command('U0SRE2', '/ops list');
  const told = await bench.told('U0SRE2', /A bug in Sekisho/);
  expect(shown(told)).toMatch(/slack-[\w-]{16}/);
  expect(shown(told)).not.toMatch(/undefined is not/);
  await door.stop();
  expect(await bench.door.workOnce()).toBe(0);
});

test('reading commands answer the one who asked alone', async () => {
  const bench = await startBench();
  await active(bench);
  const words = ['list', 'history', 'who', 'cost', 'help', 'show', 'quote staging 2h', 'connect'];
  for (const word of words) await bench.command('U0ENG', `/ops ${word}`);
  const mine = await bench.messages('U0ENG', 'C0OPS', (all) => all.length === words.length + 1);
  expect(mine.every((message) => message['is_ephemeral'] === true)).toBe(true);
  expect(shown(mine)).toMatch(/いま接続している人はいません/);
  expect(shown(mine)).toMatch(/aws ssm start-session --target i-0abc1234/);
});

test('App Home shows what waits for me, what is mine and who has what, and follows changes', async () => {
  const bench = await startBench();
  await bench.person('home/open', { user: 'U0SRE2' });
  const home = async (ready: RegExp) => {
    const look = () => bench.look('home?user=U0SRE2');
    const answer = await bench.until(look, ({ view }) => ready.test(shown(view)));
    return answer['view'] as { id: string; blocks: Record<string, unknown>[] };
  };
  await home(/Nobody has anything on lease now/);
  await bench.command('U0ENG', '/ops start production 1h look');
  await bench.told('U0ENG', /依頼しました/);
  await bench.settle();
  const view = await home(/lease\.approve/);
  const blockId = blockWith(view, 'lease.approve');
  const press = { user: 'U0SRE2', viewId: view.id, blockId, actionId: 'lease.approve' };
  await bench.person('view/action', press);
  await bench.told('U0SRE2', /✓ Approve/);
  await bench.settle();
  const after = await home(/approved/);
  expect(shown(after)).not.toMatch(/lease\.approve/);
  const ask = { user: 'U0SRE2', viewId: after.id, blockId: blockWith(after, 'home.start') };
  await bench.person('view/action', { ...ask, actionId: 'home.start' });
  await bench.form('U0SRE2');
});

test('calls that take long hold up nobody else', async () => {
  const bench = await startBench({ alone: true });
  const late = Promise.withResolvers<void>();
  let held = 0;
  const door = bench.makeDoor(async (name, context, input) => {
    if (name === 'lease.history') {
      held += 1;
      await late.promise;
    }
    return bench.core.call(name, context, input);
  });
  await door.start();
  try {
    for (let count = 0; count < 12; count += 1) await bench.command('U0SRE2', '/ops history');
    await bench.until(
      async () => held,
      (count) => count === 12,
    );
    await bench.command('U0ENG', '/ops 踊る');
    await bench.told('U0ENG', /踊る/);
  } finally {
    late.resolve();
    await door.stop();
  }
});

test('a database that does not answer is told as that, and not as a bug', async () => {
  const bench = await startBench({ alone: true });
  const door = bench.makeDoor(async () => {
    throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  });
  await door.start();
  try {
    await bench.command('U0ENG', '/ops list');
    expect(shown(await bench.told('U0ENG', /データベース/))).not.toMatch(/不具合/);
  } finally {
    await door.stop();
  }
});
