import { expect, test } from 'vitest';
import { type Bench, startBench, useBenches } from '../test/bench.ts';
import { later } from '../test/fake-core.ts';
import { blockWith, type Message } from '../test/people.ts';

useBenches();

const shown = (value: unknown) => JSON.stringify(value);

async function activeLease(bench: Bench): Promise<{ id: string; card: Message }> {
  await bench.command('U0ENG', '/ops start staging 1h look');
  await bench.told('U0ENG', /ops-test/);
  const [id = ''] = bench.core.leases.keys();
  const times = { readyAt: later(0), deadline: later(3600), hardMaximum: later(8 * 3600) };
  bench.core.change(id, { state: 'active', step: 'ready', instanceId: 'i-0abc1234', ...times });
  await bench.settle();
  const all = await bench.messages('U0ENG', 'C0OPS', (seen) => /利用中/.test(shown(seen)));
  const card = all.find((message) => /利用中/.test(shown(message)));
  if (card === undefined) throw new Error('no card');
  return { id, card };
}

test('a bare command opens a form whose cost and approvers follow what is chosen', async () => {
  const bench = await startBench();
  await bench.command('U0SRE2', '/ops');
  const first = await bench.form('U0SRE2', (view) => /no approval needed/.test(shown(view)));
  expect(first.blocks.map((block) => String(block['block_id']).split(':')[0]).slice(0, 6)).toEqual([
    ...['environment', 'for', 'reason', 'ticket', 'size', 'at'],
  ]);
  await bench.person('view/action', {
    ...{ user: 'U0SRE2', viewId: first.id, blockId: 'environment', actionId: 'form.environment' },
    ...{ value: 'production', values: { for: '30m' } },
  });
  const second = await bench.form('U0SRE2', (view) => /needs 1 of group sre/.test(shown(view)));
  expect(shown(second)).toMatch(/for 30m/);
  await bench.person('view/submit', {
    ...{ user: 'U0SRE2', viewId: second.id },
    values: { environment: 'production', for: '30m', reason: 'checkout is slow', ticket: 'OPS-1' },
  });
  expect(shown(await bench.told('U0SRE2', /checkout is slow/))).toMatch(/Asked/);
  expect(bench.core.calls.findLast(({ name }) => name === 'ops.start')).toMatchObject({
    context: { principal: { id: 'sre2' }, language: 'en' },
    input: { environment: 'production', for: '30m', reason: 'checkout is slow', ticket: 'OPS-1' },
  });
});

test('mistakes in a form are told beside their fields, in the language of the one who fills it', async () => {
  const bench = await startBench();
  await bench.command('U0ENG', '/ops 開始 production');
  const { id, blocks } = await bench.form('U0ENG', (view) => /承認が必要/.test(shown(view)));
  expect(shown(blocks[0])).toMatch(/"initial_option":\{[^}]*\{[^}]*production/);
  const values = { for: 'soon', reason: 'look', at: 'whenever' };
  const sent = await bench.person('view/submit', { user: 'U0ENG', viewId: id, values });
  expect(sent).toMatchObject({ delivery: { outcome: 'acknowledged' } });
  const acknowledged = shown(sent);
  expect(acknowledged).toMatch(/"for":"「利用時間」の「soon」/);
  expect(acknowledged).toMatch(/"at":"「開始」の「whenever」/);
  const long = { for: '2時間', reason: 'look', at: '' };
  const tooLong = await bench.person('view/submit', { user: 'U0ENG', viewId: id, values: long });
  expect(shown(tooLong)).toMatch(/"for":"[^"]*1時間/);
  expect(bench.core.leases.size).toBe(0);
  const right = { for: '30分', reason: 'look' };
  await bench.person('view/submit', { user: 'U0ENG', viewId: id, values: { ...right, at: '' } });
  await bench.told('U0ENG', /依頼しました/);
  expect(bench.core.leases.size).toBe(1);
});

test('a size of one environment is forgotten when another is chosen', async () => {
  const bench = await startBench();
  await bench.command('U0SRE2', '/ops start staging');
  const { id, blocks } = await bench.form('U0SRE2', (view) => /no approval/.test(shown(view)));
  const size = blockWith({ blocks }, 'form.size');
  await bench.person('view/action', {
    ...{ user: 'U0SRE2', viewId: id, blockId: size, actionId: 'form.size', value: 'm7i.large' },
  });
  await bench.form('U0SRE2', (view) => /m7i\.large · for/.test(shown(view)));
  await bench.person('view/action', {
    ...{ user: 'U0SRE2', viewId: id, blockId: 'environment', actionId: 'form.environment' },
    value: 'production',
  });
  const next = await bench.form('U0SRE2', (view) => /size:production/.test(shown(view)));
  expect(shown(next)).toMatch(/t3\.small · for/);
});

test('a denial asks for its reason and tells the requester', async () => {
  const bench = await startBench();
  await bench.command('U0ENG', '/ops start production 1h look');
  await bench.told('U0ENG', /依頼しました/);
  await bench.settle();
  const question = await bench.told('U0SRE2', /lease\.deny/);
  await bench.press('U0SRE2', question.channel, question, 'lease.deny');
  const { id } = await bench.form('U0SRE2');
  const values = { reason: 'use the read replica' };
  await bench.person('view/submit', { user: 'U0SRE2', viewId: id, values });
  await bench.told('U0SRE2', /✓ Deny/);
  await bench.settle();
  expect(shown(await bench.told('U0ENG', /却下されました/))).toMatch(/use the read replica/);
});

test('a handover goes to a person of the roster, chosen from a list', async () => {
  const bench = await startBench();
  const { card } = await activeLease(bench);
  await bench.press('U0ENG', 'C0OPS', card, 'ops.handover');
  const { id } = await bench.form('U0ENG');
  const stranger = { user: 'U0ENG', viewId: id, values: { to: 'U0SUP' } };
  expect(shown(await bench.person('view/submit', stranger))).toMatch(/"to":"[^"]*名簿/);
  await bench.person('view/submit', { user: 'U0ENG', viewId: id, values: { to: 'U0SRE2' } });
  await bench.told('U0ENG', /→ 渡辺 健/);
  expect([...bench.core.leases.values()][0]?.holder).toBe('sre2');
});

test('a hold and another span are asked for in forms', async () => {
  const bench = await startBench();
  const { id: lease, card } = await activeLease(bench);
  await bench.press('U0ENG', 'C0OPS', card, 'ops.hold');
  const hold = await bench.form('U0ENG');
  await bench.person('view/submit', { user: 'U0ENG', viewId: hold.id, values: { for: '2h' } });
  await bench.told('U0ENG', /✓ 保持/);
  await bench.press('U0ENG', 'C0OPS', card, 'ops.extend.other', `${lease} ?`);
  const extend = await bench.form('U0ENG', ({ callback_id }) => callback_id === 'ops.extend');
  await bench.person('view/submit', { user: 'U0ENG', viewId: extend.id, values: { by: '45分' } });
  await bench.told('U0ENG', /✓ 延長/);
  const said = bench.core.calls.filter(({ name }) => name === 'ops.hold' || name === 'ops.extend');
  expect(said.map(({ input }) => input)).toEqual([
    { id: lease, for: '2h' },
    { id: lease, by: '45分' },
  ]);
});
