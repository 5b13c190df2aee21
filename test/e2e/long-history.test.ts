import { readFile } from 'node:fs/promises';
import type { InputOf, OpsLease } from '@sekisho/contract';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, clearHouse } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
/** Years of leases: more than one answer may hold, and no whole number of pages. */
const many = 10_203;
let leases: OpsLease[] = [];

beforeAll(async () => {
  const asked = { environment: 'production', reason: 'one of very many' };
  const one = await call('engineer', 'ops.start', asked);
  leases = Array.from({ length: many }, (_, index) => ({
    ...one,
    id: `ops-${String(index).padStart(8, '0')}`,
  }));
});
afterAll(clearHouse);

test('shows very many leases page by page, and saves all of them', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await answerHistory(page);
  await page.goto(`${new URL(page.url()).origin}/history?environment=production`);
  const first = page.getByTestId('history').getByRole('link').first();
  const rows = page.getByTestId('history').locator('tbody tr');
  await expect.poll(() => rows.count()).toBe(100);
  await page.getByRole('button', { name: 'Older' }).click();
  await expect.poll(() => first.innerText()).toBe('ops-00000100');
  expect(new URL(page.url()).search).toBe('?environment=production&before=ops-00000099');

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  const ids = lines.slice(1).map((line) => line.split(',')[0]);
  expect(ids).toEqual(leases.map(({ id }) => id));

  await page.goBack();
  await expect.poll(() => first.innerText()).toBe('ops-00000000');
  await page.goForward();
  await expect.poll(() => first.innerText()).toBe('ops-00000100');
  await page.getByRole('combobox', { name: 'State' }).selectOption('ended');
  await expect.poll(() => first.innerText()).toBe('ops-00000000');
  expect(new URL(page.url()).search).toBe('?environment=production&state=ended');
});

/** Answers as a server would that has lent for years. */
function answerHistory(page: Page): Promise<unknown> {
  return page.route('**/api/v1/lease/history', async (route) => {
    const { before, limit } = route.request().postDataJSON() as InputOf<'lease.history'>;
    const from = leases.findIndex(({ id }) => id === before) + 1;
    await route.fulfill({ json: leases.slice(from, from + Number(limit)) });
  });
}
