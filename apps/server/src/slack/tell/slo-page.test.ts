import { expect, test } from 'vitest';
import { startBench, useBenches } from '../test/bench.ts';
import { firedPage } from '../test/slo-page.ts';

useBenches();

const shown = (value: unknown) => JSON.stringify(value);

async function paged(patch: Parameters<typeof firedPage>[0] = {}) {
  const bench = await startBench();
  bench.core.paging(firedPage(patch));
  await bench.settle();
  return bench;
}

test('a page says in the channel for pages why it fired and what changed, and calls who is on call', async () => {
  const bench = await paged();
  const [message, more] = await bench.messages('U0SRE', 'C0SRE', () => true);
  expect(more).toBeUndefined();
  expect(message?.text).toMatch(/▲ ページ.*shop.*Shop answers/s);
  expect(message?.text).toMatch(/1,200 件中 42 件（3\.5%）が失敗しました。均等に使う速さの 35 倍/);
  expect(message?.text).toMatch(/直近 5 分でも 400 倍/);
  expect(message?.text).toMatch(/バジェットの残り -5%/);
  expect(message?.text).toMatch(/これ以上失敗しない場合の全回復: .*11\/3 12:05 JST/);
  expect(message?.text).toMatch(/前後の変更:/);
  expect(message?.text).toMatch(/始まりの 5 分前/);
});

test('a ticket waits in the channel of the cards and calls nobody', async () => {
  const bench = await paged({ severity: 'ticket' });
  const [message] = await bench.messages('U0SRE', 'C0OPS', () => true);
  expect(message?.text).toMatch(/▲ チケット/);
  expect(shown(message)).not.toMatch(/<@/);
  expect(await bench.messages('U0SRE', 'C0SRE', () => true)).toEqual([]);
});

test('whoever presses the button is on it, and everyone sees that on the same card', async () => {
  const bench = await paged();
  const [message] = await bench.messages('U0SRE', 'C0SRE', () => true);
  await bench.press('U0SRE2', 'C0SRE', message as never, 'slo.acknowledge');
  await bench.told('U0SRE2', /✓ Acknowledge/);
  await bench.settle();
  const [after, more] = await bench.messages('U0SRE', 'C0SRE', () => true);
  expect(more).toBeUndefined();
  expect(after?.text).toMatch(/渡辺 健 さんが対応中/);
  expect(shown(after)).not.toMatch(/slo\.acknowledge/);
});

test('orders that come twice and late end as one card that says it is over', async () => {
  const bench = await startBench();
  bench.core.paging(firedPage());
  bench.core.paging(firedPage({ resolvedAt: '2026-10-04T03:40:00.000Z', revision: 2 }));
  const orders = bench.core.orders.splice(0).toReversed();
  await Promise.all([...orders, ...orders].map((order) => bench.door.carryOut(order)));
  const messages = await bench.messages('U0SRE', 'C0SRE', () => true);
  expect(messages).toHaveLength(1);
  expect(messages[0]?.text).toMatch(/✓ ページ（収束）/);
  expect(shown(messages[0])).not.toMatch(/slo\.acknowledge/);
});

test('a name of an incident is shown as words, whatever is in it', async () => {
  const bench = await paged({ incident: '<!channel> *boo* <https://evil.example|click>' });
  const [message] = await bench.messages('U0SRE', 'C0SRE', () => true);
  expect(shown(message)).toMatch(/&lt;!channel&gt;/);
  expect(shown(message)).not.toMatch(/<!channel>|<https:\/\/evil/);
});
