import { expect, test } from 'vitest';
import { type Bench, startBench, useBenches } from './test/bench.ts';
import { later } from './test/fake-core.ts';

useBenches();

const shown = (value: unknown) => JSON.stringify(value);

async function cardIn(bench: Bench, pattern: RegExp) {
  const all = await bench.messages('U0SRE', 'C0OPS', (seen) =>
    seen.some((m) => pattern.test(shown(m))),
  );
  const card = all.find((message) => pattern.test(shown(message)));
  if (card === undefined) throw new Error('no card');
  return card;
}

test('an engineer asks in chat, an SRE approves, the card follows to the end, and its thread remembers', async () => {
  const bench = await startBench();
  await bench.command('U0ENG', '/ops start production 1h look at the slow query');
  const asked = await bench.told('U0ENG', /look at the slow query/);
  expect(shown(asked)).toMatch(/\$0\.05/);
  expect(shown(asked)).toMatch(/1 人の承認が必要/);
  expect(bench.core.calls.at(-1)).toMatchObject({
    name: 'ops.start',
    input: { environment: 'production', for: '1h', reason: 'look at the slow query' },
    context: { principal: { id: 'engineer', kind: 'person', assurance: 'slack' } },
  });
  await bench.settle();
  const question = await bench.told('U0SRE', /lease\.approve/);
  expect(shown(await bench.told('U0SRE2', /lease\.approve/))).toMatch(/Taro Suzuki asks for/);
  const [card, mention] = await bench.messages('U0SRE', 'C0OPS', (all) => all.length === 2);
  expect(mention).toMatchObject({ thread_ts: card?.ts });
  expect(shown(mention)).toMatch(/<@U0SRE> <@U0SRE2>/);

  if (card === undefined) throw new Error('no card');
  await bench.press('U0SRE', 'C0OPS', card, 'lease.approve');
  await bench.told('U0SRE', /✓ 承認/);
  await bench.settle();
  const [id = ''] = bench.core.leases.keys();
  const answered = await bench.told('U0SRE2', /approved/);
  expect(shown(answered)).not.toMatch(/lease\.approve/);
  expect(answered.ts).not.toBe(question.ts);

  const ready = {
    state: 'active',
    step: 'ready',
    instanceId: 'i-0abc1234',
    readyAt: later(0),
  } as const;
  bench.core.change(id, { ...ready, deadline: later(3600), hardMaximum: later(4 * 3600) });
  bench.core.tell('ready', 'engineer', id, { deadline: later(3600) });
  await bench.settle();
  const active = await cardIn(bench, /利用中/);
  expect(active.ts).toBe(card.ts);
  await bench.press('U0ENG', 'C0OPS', active, 'ops.connect');
  expect(shown(await bench.told('U0ENG', /start-session/))).toMatch(/i-0abc1234/);

  await bench.press('U0ENG', 'C0OPS', active, 'ops.extend');
  await bench.told('U0ENG', /✓ 延長/);
  bench.core.tell('reminder', 'engineer', id, { deadline: later(600) });
  await bench.settle();
  const reminder = await bench.told('U0ENG', /まもなく期限/);
  await bench.press('U0ENG', reminder.channel, reminder, 'ops.extend.other', `${id} 3600s`);
  await bench.until(
    async () => bench.core.calls.filter(({ name }) => name === 'ops.extend'),
    (calls) => calls.length === 2,
  );
  expect(bench.core.calls.at(-1)?.input).toEqual({ id, by: '3600s' });

  await bench.press('U0ENG', 'C0OPS', await cardIn(bench, /利用中/), 'ops.stop');
  await bench.told('U0ENG', /✓ 返却/);
  bench.core.change(id, { state: 'ended', step: 'done', endedAt: later(0), costSoFar: 0.12 });
  bench.core.tell('ended', 'engineer', id, { ending: 'returned', cost: 0.12 });
  await bench.settle();
  const over = await cardIn(bench, /✓ \*終了/);
  expect(over.ts).toBe(card.ts);
  const thread = (await bench.messages('U0SRE', 'C0OPS', () => true)).filter(
    (message) => message['thread_ts'] === card.ts && message.ts !== card.ts,
  );
  const said = thread.map(({ text }) => text);
  expect(
    said.map((text) => /依頼しています|承認されました|利用できます|期限|\$0\.12/.exec(text)?.[0]),
  ).toEqual(['依頼しています', '承認されました', '利用できます', '期限', '$0.12']);
});
