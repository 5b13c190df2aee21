import { expect, inject, test } from 'vitest';
import { call } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();

test('shows how the promises stand, the least budget first, and leads to each', async () => {
  const { page, refusals } = await visit({ hat: 'sre' });
  await page.getByRole('link', { name: 'SLOs' }).click();
  const rows = page.getByTestId('slos').getByRole('row');
  await rows.filter({ hasText: 'Shop answers' }).waitFor();
  // The logs of practice are counted in the background.
  await expect.poll(() => rows.filter({ hasText: 'waiting for data' }).count()).toBeLessThan(5);
  await page.getByRole('textbox', { name: 'Service' }).fill('catalog');
  await rows.filter({ hasText: 'Shop answers' }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('?service=catalog');
  await page.getByRole('link', { name: 'Catalog operations succeed' }).click();
  await page.getByRole('heading', { level: 1, name: 'Catalog operations succeed' }).waitFor();
  expect(refusals).toEqual([]);
});

test('draws an SLO over time, and says the same to who cannot see it', async () => {
  await expect
    .poll(async () => (await call('sre', 'slo.show', { id: 'shop-availability' })).budget)
    .not.toBeNull();
  const { page } = await visit({ hat: 'engineer', language: 'ja', theme: 'dark' });
  await page.goto(`${inject('practice').origin}/slos/shop-availability?span=24h`);
  await page.getByRole('img', { name: /バジェットの残りは .+ から .+ になりました/ }).waitFor();
  await page.getByRole('img', { name: /件のうち .+ 件が異常でした/ }).waitFor();
  expect(await page.locator('canvas').count()).toBe(2);
  await page.getByText('同じ内容を表で見る').click();
  const rows = page.getByRole('group', { name: '同じ内容を表で見る' }).getByRole('row');
  expect(await rows.count()).toBeGreaterThan(2);
  expect(await page.getByTestId('tiers').getByRole('row').count()).toBe(5);
});

test('lets a target be proposed on the page of its SLO, and agreed by two', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.goto(`${inject('practice').origin}/slos/reports-answers`);
  await page.getByRole('button', { name: 'Propose a target' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Target in percent' }).fill('98');
  await dialog.getByRole('textbox', { name: 'Why' }).fill('it makes sums twice anyway');
  await dialog.getByRole('button', { name: 'Propose a target' }).click();
  await dialog.waitFor({ state: 'detached' });
  const { proposals } = await call('sre', 'slo.proposals', { id: 'reports-answers' });
  expect(proposals[0]).toMatchObject({ target: 98, before: 99, state: 'open' });
  const id = proposals[0]?.id ?? '';
  // The owners of reports are the SREs: two of them.
  await call('sre', 'slo.accept', { id });
  await call('sre2', 'slo.accept', { id });
  await page.reload();
  await page.getByText('98% is in force').waitFor();
});
