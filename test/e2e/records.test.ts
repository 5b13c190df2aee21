import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call, clearHouse, lend } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
const leases = { sandbox: '', staging: '' };

beforeAll(async () => {
  leases.sandbox = (
    await lend('support', { environment: 'sandbox', reason: 'try the wombat import' })
  ).id;
  leases.staging = (await lend('engineer', { environment: 'staging', reason: 'read a log' })).id;
});
afterAll(clearHouse);

test('keeps the filters of History in the address and saves what they show as CSV', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.getByRole('link', { name: 'History' }).click();
  const rows = page.getByRole('table').getByRole('row');
  await rows.filter({ hasText: leases.staging }).waitFor();
  await page.getByRole('combobox', { name: 'Environment' }).selectOption('sandbox');
  await page.getByRole('searchbox', { name: 'Search' }).fill('wombat');
  await rows.filter({ hasText: leases.staging }).waitFor({ state: 'detached' });
  await expect.poll(() => new URL(page.url()).search).toBe('?environment=sandbox&search=wombat');

  await page.reload();
  await rows.filter({ hasText: leases.sandbox }).waitFor();
  expect(await rows.filter({ hasText: leases.staging }).count()).toBe(0);
  expect(await page.getByRole('searchbox', { name: 'Search' }).inputValue()).toBe('wombat');

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('sekisho-history.csv');
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(leases.sandbox);
});

test('moves through History with j and k and opens a lease with Enter', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.goto(`${new URL(page.url()).origin}/history?environment=staging`);
  await page.getByRole('row').filter({ hasText: leases.staging }).waitFor();
  const [newest] = await call('engineer', 'ops.history', { environment: 'staging' });
  for (const key of ['j', 'j', 'k', 'k', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('heading', { level: 1, name: `Lease ${newest?.id ?? ''}` }).waitFor();
  await page.goBack();
  await page.getByRole('row').filter({ hasText: leases.staging }).waitFor();
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox', { name: 'Search' });
  expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
});

test('moves along the lanes with arrow keys and opens a lease with Enter', async () => {
  const { page } = await visit({ hat: 'engineer' });
  const lanes = page.getByRole('group', { name: 'Who had what, by environment and time' });
  const bar = (id: string) => lanes.locator(`[data-lease="${id}"]`);
  await bar(leases.sandbox).waitFor();
  await bar(leases.staging).focus();
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('data-lease') ?? '');
  await expect.poll(focused).toBe(leases.staging);
  await page.keyboard.press('ArrowDown');
  const next = await focused();
  expect(next).toMatch(/^ops-/);
  expect(next).not.toBe(leases.staging);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: `Lease ${next}` }).waitFor();
});

test('filters the timeline by lease and finds the chain intact', async () => {
  const { page } = await visit({ hat: 'auditor' });
  await page.getByRole('link', { name: 'Timeline' }).click();
  const entries = page.getByRole('region', { name: 'Entries' }).getByRole('listitem');
  await entries.filter({ hasText: leases.staging }).first().waitFor();
  await page.getByRole('textbox', { name: 'Lease' }).fill(leases.sandbox);
  await entries.filter({ hasText: leases.staging }).first().waitFor({ state: 'detached' });
  await expect.poll(() => new URL(page.url()).search).toBe(`?lease=${leases.sandbox}`);
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await page.getByText(/^The chain is intact: \d+ entries\.$/).waitFor();
});

test('explains who could get what, and which rule says so', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.getByRole('link', { name: 'People' }).click();
  const policy = page.getByRole('region', { name: 'Who could get what, and why' });
  const named = page.getByText('production', { exact: true });
  const production = policy.getByRole('listitem').filter({ has: named }).first();
  await production.getByText(/Taro Suzuki: with approval/).waitFor();
  await production.getByText('Decided by the rule production-with-approval').click();
  await policy.getByRole('combobox', { name: 'Who' }).selectOption({ label: 'Emi Tanaka' });
  await policy
    .getByText(/Emi Tanaka: refused/)
    .first()
    .waitFor();
  await policy.getByRole('combobox', { name: 'Environment' }).selectOption('sandbox');
  await policy.getByText(/Emi Tanaka: at once/).waitFor();
  await expect.poll(() => new URL(page.url()).search).toBe('?person=support&environment=sandbox');
});

test('makes a token, shows it once, and takes it away', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Make a token' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a token' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('nightly report');
  await dialog.getByRole('button', { name: 'Make a token' }).click();
  await dialog.getByText('Copy it now: it is shown once and kept nowhere.').waitFor();
  await dialog.getByRole('button', { name: 'Close' }).click();
  const row = page.getByRole('row').filter({ hasText: 'nightly report' });
  await row.getByRole('button', { name: 'Revoke' }).click();
  await row.getByText('revoked').waitFor();
});
