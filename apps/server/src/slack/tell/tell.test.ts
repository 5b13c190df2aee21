import { expect, test } from 'vitest';
import { type Bench, startBench, useBenches } from '../test/bench.ts';
import { later } from '../test/fake-core.ts';

useBenches();

const shown = (value: unknown) => JSON.stringify(value);

async function lease(bench: Bench, environment = 'staging', reason = 'look'): Promise<string> {
  await bench.command('U0ENG', `/ops start ${environment} 1h ${reason}`);
  await bench.told('U0ENG', /ops-test/);
  return [...bench.core.leases.keys()].at(-1) ?? '';
}

const inChannel = (bench: Bench, channel = 'C0OPS') => bench.messages('U0SRE', channel, () => true);

test('cards of one lease that come late, twice and at once end as one card with the newest state', async () => {
  const bench = await startBench();
  const id = await lease(bench);
  bench.core.change(id, { state: 'granting', step: 'launching' });
  bench.core.change(id, { state: 'granting', step: 'booting' });
  const orders = [...bench.core.orders.splice(0)].reverse();
  await Promise.all([...orders, ...orders].map((order) => bench.door.carryOut(order)));
  const all = await inChannel(bench);
  expect(all).toHaveLength(1);
  expect(shown(all[0])).toMatch(/サーバーの起動処理中です/);
  const before = shown(all);
  for (const order of orders) await bench.door.carryOut(order);
  expect(shown(await inChannel(bench))).toBe(before);
});

test('a card that somebody deleted is posted again, and its thread goes on there', async () => {
  const bench = await startBench();
  const id = await lease(bench);
  await bench.settle();
  const [card] = await inChannel(bench);
  await remove(bench, card?.ts ?? '');
  bench.core.tell('ready', 'engineer', id, { deadline: later(3600), instanceId: 'i-0abc1234' });
  await bench.settle();
  const [again, said] = await inChannel(bench);
  expect(again?.ts).not.toBe(card?.ts);
  expect(said).toMatchObject({ thread_ts: again?.ts });
  await remove(bench, again?.ts ?? '');
  bench.core.change(id, { state: 'granting', step: 'booting' });
  await bench.settle();
  expect(shown(await inChannel(bench))).toMatch(/サーバーの起動処理中です/);
});

async function remove({ slack }: Bench, ts: string): Promise<void> {
  const headers = { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ channel: 'C0OPS', ts });
  const answer = await fetch(`${slack.apiUrl}chat.delete`, { method: 'POST', headers, body });
  expect(await answer.json()).toMatchObject({ ok: true });
}

test('a card waits out a 429', async () => {
  const bench = await startBench();
  await lease(bench);
  await bench.person('faults', { rateLimited: 2, retryAfterSeconds: 1 });
  await bench.settle();
  expect(await inChannel(bench)).toHaveLength(1);
});

test('an order that is carried out again says nothing twice', async () => {
  const bench = await startBench();
  const id = await lease(bench, 'production');
  bench.core.tell('ended', 'engineer', id, { ending: 'returned', cost: 0.1 });
  bench.core.tell('ended', 'sre', id, { ending: 'returned', cost: 0.1 });
  bench.core.page('break-glass', id, {});
  const orders = [...bench.core.orders];
  await bench.settle();
  const before = [await inChannel(bench), await inChannel(bench, 'C0SRE')];
  for (const order of orders) await bench.door.carryOut(order);
  expect([await inChannel(bench), await inChannel(bench, 'C0SRE')]).toEqual(before);
  const ended = before[0]?.filter(({ text }) => text.includes('$0.10'));
  expect(ended).toHaveLength(1);
});

test('what people write reaches nobody as a mention, a link or markup', async () => {
  const bench = await startBench();
  const reason = '<!channel> <@U0SRE|hanako> *bold* @here <https://evil.example|aws console>';
  const id = await lease(bench, 'production', reason);
  bench.core.page('break-glass', id, {});
  bench.core.tell('denied', 'engineer', id, { approver: 'sre', reason: 'no <!here> & <@U0ENG>' });
  await bench.settle();
  const direct = await bench.told('U0SRE', /lease\.approve/);
  const told = await bench.told('U0ENG', /却下されました/);
  const pages = await inChannel(bench, 'C0SRE');
  const everything = [direct, told, ...(await inChannel(bench)), ...pages];
  for (const message of everything) {
    const ours = message.text.replace(/^▲? ?(?:<!channel>|<@U0[A-Z0-9]+>| )*/, '');
    expect(ours).not.toMatch(/<[!@#h]/);
    expect(shown(message)).not.toMatch(/@here|<https:\/\/evil/);
  }
  expect(shown(pages)).toMatch(/<!channel>/);
  expect(shown(direct)).toMatch(/&lt;!channel&gt; @sre \*bold\*/);
  expect(shown(direct)).toMatch(/"verbatim":true/);
});

test('a question is settled for everyone who was asked, and not asked when it comes too late', async () => {
  const bench = await startBench();
  const id = await lease(bench, 'production');
  const [late] = bench.core.orders.splice(-1);
  await bench.settle();
  await bench.told('U0SRE', /lease\.approve/);
  bench.core.change(id, { state: 'withdrawn', step: 'done', endedAt: later(0) });
  await bench.settle();
  expect(shown(await bench.told('U0SRE', /取り下げ/))).not.toMatch(/lease\.approve/);
  if (late === undefined) throw new Error('no order');
  await bench.door.carryOut(late);
  await expect(bench.look('channels?user=U0SRE2')).resolves.not.toMatchObject({
    channels: expect.arrayContaining([expect.objectContaining({ is_im: true })]),
  });
});

test('orders of other topics are left to others, and unknown notices hold nothing up', async () => {
  const bench = await startBench();
  const order = { id: 1, attempts: 0, payload: { notice: 'dance', person: 'sre', lease: null } };
  expect(await bench.door.carryOut({ ...order, topic: 'mail' })).toBe(false);
  expect(await bench.door.carryOut({ ...order, topic: 'tell' })).toBe(true);
});

test('what the week cost and saved is said once in the channel of the cards, to nobody by name', async () => {
  const bench = await startBench();
  const facts = { week: '2026-11-09', leases: 3, hours: 2, spent: 0.2, saved: 1.4, unpriced: 0 };
  const order = {
    id: 901,
    topic: 'announce',
    payload: { notice: 'week-spent', facts },
    attempts: 0,
  };
  await bench.door.carryOut(order);
  await bench.door.carryOut(order);
  const said = await inChannel(bench);
  expect(said).toHaveLength(1);
  expect(shown(said[0])).toMatch(/\$1\.40 を節約しました/);
  expect(shown(said[0])).not.toMatch(/<[@!]/);
});
