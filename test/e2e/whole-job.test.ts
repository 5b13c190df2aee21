import { afterAll, expect, test } from 'vitest';
import { openChat } from './support/chat.ts';
import { call, clearHouse, instancesOf, until, untilAsked } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
afterAll(clearHouse);

test('lends a production server asked for in chat, from the command to its end', async () => {
  const engineer = await visit({ hat: 'engineer', language: 'ja' });
  const asking = await openChat(engineer.page);
  const reason = 'look at the slow query of the wombats';
  await asking.say(`/ops start production 1h ${reason}`);
  const lease = await untilAsked(reason);
  const { id } = lease;
  const told = asking.whispers().filter({ hasText: reason }).filter({ hasText: '依頼しました' });
  await told.first().waitFor();
  expect(lease).toMatchObject({ state: 'requested', environment: 'production' });
  expect(await instancesOf(id)).toEqual([]);

  const sre = await visit({ hat: 'sre', language: 'ja' });
  const agreeing = await openChat(sre.page);
  const asked = agreeing.card(id);
  await asked.getByText('承認待ち').waitFor();
  const ts = (await asked.getAttribute('data-ts')) ?? '';
  const card = agreeing.message(ts);
  const said = await card.innerText();
  expect(said).toContain(reason);
  expect(said).toContain('$0.0272/時');
  expect(said).toContain('佐藤 花子、渡辺 健');
  await card.getByRole('button', { name: '承認', exact: true }).click();

  await until(id, 'active');
  const [server, ...others] = await instancesOf(id);
  expect(others).toEqual([]);
  expect(server).toMatchObject({ state: 'running', account: '111111111111' });
  expect(server?.tags).toMatchObject({
    'sekisho:holder': 'engineer',
    'sekisho:environment': 'production',
    'sekisho:reason': reason,
  });
  await card.getByText('利用中').waitFor();
  await expect.poll(() => card.innerText()).toContain(server?.id);

  const held = asking.message(ts);
  await held.getByRole('button', { name: '接続' }).click();
  const command = `start-session --target ${server?.id ?? ''}`;
  await asking.whispers().filter({ hasText: command }).first().waitFor();

  await held.getByRole('button', { name: '引き継ぎ' }).click();
  const handover = engineer.page.getByRole('dialog', { name: '引き継ぎ' });
  await handover.getByRole('combobox').selectOption({ label: 'Ken Watanabe' });
  await handover.getByRole('button', { name: '引き継ぎ', exact: true }).click();
  await handover.waitFor({ state: 'detached' });
  await held.getByText('渡辺 健').first().waitFor();
  await expect.poll(async () => (await instancesOf(id))[0]?.tags['sekisho:holder']).toBe('sre2');

  const next = await visit({ hat: 'sre2', language: 'ja' });
  const returning = (await openChat(next.page)).message(ts);
  await returning.getByRole('button', { name: '返却' }).click();
  await returning.getByRole('button', { name: '返却' }).click();
  expect(await until(id, 'ended')).toMatchObject({ ending: 'returned', holder: 'sre2' });
  await expect
    .poll(async () => (await instancesOf(id)).map(({ state }) => state))
    .toEqual(['terminated']);
  await card.getByText('終了').first().waitFor();
  await expect.poll(() => card.getByRole('button').count()).toBe(0);

  await next.page.goto(`${new URL(next.page.url()).origin}/history?search=${id}`);
  const row = next.page.getByRole('row').filter({ hasText: id });
  await row.getByText('終了').waitFor();
  await row.getByRole('link', { name: id }).click();
  const lines = next.page.getByRole('region', { name: 'この貸出のタイムライン' });
  for (const action of ['依頼', '承認', '引き継', '返却', '終了']) {
    await lines.getByRole('listitem').filter({ hasText: action }).first().waitFor();
  }
});

test('extends a server from its card in chat by one click', async () => {
  const { page } = await visit({ hat: 'engineer', language: 'ja' });
  const chat = await openChat(page);
  await chat.say('/ops 開始 staging 30分 ログの確認');
  await chat.whispers().filter({ hasText: 'ログの確認' }).first().waitFor();
  const asked = await untilAsked('ログの確認');
  const lease = await until(asked.id, 'active');
  expect(lease).toMatchObject({ reason: 'ログの確認', durationSeconds: 1800 });

  const card = chat.card(lease.id);
  await card.getByRole('button', { name: '延長 +30分' }).click();
  const later = new Date(Date.parse(lease.deadline ?? '') + 1_800_000).toISOString();
  await expect
    .poll(async () => (await call('engineer', 'ops.show', { id: lease.id })).deadline)
    .toBe(later);
  const clock = new Intl.DateTimeFormat('ja-JP', { timeStyle: 'short', timeZone: 'Asia/Tokyo' });
  await card.getByText(`${clock.format(new Date(later)).padStart(5, '0')} JST`).waitFor();
});
