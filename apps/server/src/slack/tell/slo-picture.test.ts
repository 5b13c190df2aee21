import { chat } from '@sekisho/core';
import { expect, test } from 'vitest';
import { type Bench, startBench, useBenches } from '../test/bench.ts';
import { firedPage } from '../test/slo-page.ts';

useBenches();

const shown = (value: unknown) => JSON.stringify(value);
const all = (bench: Bench) => bench.messages('U0SRE', 'C0SRE', () => true);
const cards = async (bench: Bench) => (await all(bench)).filter(({ text }) => text !== '');
const pictures = async (bench: Bench) =>
  (await all(bench)).flatMap(({ files }) => files ?? []) as {
    id: string;
    alt_txt: string;
  }[];

test('a page has its picture a moment after its words, in its thread and on its card', async () => {
  const bench = await startBench();
  bench.core.paging(firedPage());
  bench.core.picturing(firedPage());
  await bench.settle();
  const [file, more] = await pictures(bench);
  expect(more).toBeUndefined();
  expect(file?.alt_txt).toMatch(/Shop answers、.*から.*まで。.*1,200 件中 42 件/s);
  const [card] = await cards(bench);
  const image = card?.blocks?.find(({ type }) => type === 'image');
  expect(image).toMatchObject({ slack_file: { id: file?.id }, alt_text: file?.alt_txt });
  expect(shown(card?.blocks?.at(-2))).toMatch(/slo\.acknowledge/);
});

test('a long name does not keep the picture away', async () => {
  const bench = await startBench();
  // One letter of padding in one of the names puts the limit into the middle of an emoji.
  const long = ['', 'x'].map((pad) => firedPage({ displayName: `${pad}${'障害🔥'.repeat(400)}` }));
  for (const [index, page] of long.entries()) {
    const own = { ...page, id: `${page.id.slice(0, -1)}${index}` };
    bench.core.paging(own);
    bench.core.picturing(own);
    await bench.settle();
  }
  const texts = (await pictures(bench)).map(({ alt_txt }) => alt_txt);
  expect(texts).toHaveLength(2);
  for (const text of texts) expect([text.length > 990, text.isWellFormed()]).toEqual([true, true]);
});

test('the picture stays on the card when somebody takes it on, and another comes when it is over', async () => {
  const bench = await startBench();
  bench.core.paging(firedPage());
  bench.core.picturing(firedPage());
  bench.core.picturing(firedPage());
  await bench.settle();
  const [message] = await cards(bench);
  await bench.press('U0SRE2', 'C0SRE', message as never, 'slo.acknowledge');
  await bench.told('U0SRE2', /✓ Acknowledge/);
  await bench.settle();
  expect(await pictures(bench)).toHaveLength(1);
  const [after] = await cards(bench);
  expect(shown(after?.blocks)).toMatch(/"type":"image"/);
  expect(after?.text).toMatch(/さんが対応中/);
  const over = firedPage({ resolvedAt: '2026-10-04T03:40:00.000Z', revision: 9 });
  bench.core.paging(over);
  bench.core.picturing(over);
  await bench.settle();
  const [, last, more] = await pictures(bench);
  expect(more).toBeUndefined();
  const [resolved] = await cards(bench);
  expect(shown(resolved?.blocks)).toContain(last?.id);
});

test('a page is told though no picture can be uploaded, and the picture waits for its card', async () => {
  const bench = await startBench();
  bench.core.paging(firedPage());
  bench.core.picturing(firedPage());
  const [words, picture] = bench.core.orders.splice(0);
  if (words === undefined || picture === undefined) throw new Error('no orders');
  await expect(bench.door.carryOut(picture)).rejects.toThrow('the card comes first');
  await bench.door.carryOut(words);
  expect(await cards(bench)).toHaveLength(1);
  expect(await pictures(bench)).toEqual([]);
});

test('a picture that Slack has lost leaves the words of the card as they are', async () => {
  const bench = await startBench();
  bench.core.paging(firedPage());
  await bench.settle();
  const lost = { channel: 'C0SRE', message: 'F0GONE', shownRevision: 1 };
  await chat.placeCard(bench.house, 'slo-picture:page-7k3f9q2m', lost);
  bench.core.paging(firedPage({ incident: 'INC-7', revision: 2 }));
  await bench.settle();
  const [card] = await cards(bench);
  expect(card?.text).toMatch(/INC-7/);
  expect(shown(card?.blocks)).not.toMatch(/"type":"image"/);
  bench.core.picturing(firedPage());
  const [order] = bench.core.orders.splice(0);
  if (order === undefined) throw new Error('no order');
  await expect(bench.door.carryOut(order)).rejects.toThrow(/ready/);
  // After many tries it is left at that.
  expect(await bench.door.carryOut({ ...order, attempts: 8 })).toBe(true);
});
