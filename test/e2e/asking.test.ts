import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { call, clearHouse, until } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
afterAll(clearHouse);

test('says cost and who must agree while one types, and errors beside their field', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.getByRole('link', { name: 'Ask', exact: true }).click();
  const quote = page.getByRole('region', { name: 'Before you ask' });
  await quote.getByText('Nobody: it starts at once.').waitFor();
  await page.getByRole('textbox', { name: 'How long' }).fill('2h');
  await quote.getByText('at most 8 h').waitFor();
  await quote.getByText('about $0.03').waitFor();
  await page.getByRole('combobox', { name: 'Environment' }).selectOption('production');
  await page.getByRole('textbox', { name: 'How long' }).fill('45m');
  await quote.getByText('May agree: Hanako Sato, Ken Watanabe').waitFor();
  await quote.getByText('about $0.02').waitFor();

  const span = page.getByRole('textbox', { name: 'How long' });
  await span.fill('soon');
  await expect.poll(() => span.getAttribute('aria-invalid')).toBe('true');
  await page.getByText(/"?soon"?.* is not /).waitFor();
  await span.fill('1時間');
  await expect.poll(() => span.getAttribute('aria-invalid')).not.toBe('true');

  await page.getByRole('button', { name: 'Ask for it' }).click();
  await page.getByText('Please fill this in.').waitFor();
  const reason = page.getByRole('textbox', { name: 'Reason' });
  expect(await reason.evaluate((field) => field === document.activeElement)).toBe(true);
  await reason.fill('to be withdrawn');
  await reason.press('Control+Enter');
  const id = await shownLease(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await until(id, 'withdrawn');
  await page.locator('[data-testid="lease-state"][data-state="withdrawn"]').waitFor();
});

test('gives back what was approved before it was undone', async () => {
  const { page } = await visit({ hat: 'engineer' });
  const ask = 'environment=production&for=30m&reason=undone+too+late';
  await page.goto(`${new URL(page.url()).origin}/ask?${ask}`);
  await page.getByRole('button', { name: 'Ask for it' }).click();
  const id = await shownLease(page);
  const undo = page.getByRole('button', { name: 'Undo' });
  // It stays while the pointer is on it, however slow the machine is.
  await undo.hover();
  await call('sre', 'lease.approve', { id });
  await undo.click();
  await until(id, 'ended');
});

test('tells before asking that production lends for an hour at most', async () => {
  const { page } = await visit({ hat: 'engineer' });
  const ask = 'environment=production&for=3h&reason=longer+than+it+lends';
  await page.goto(`${new URL(page.url()).origin}/ask?${ask}`);
  const refusal = page
    .getByText(/at most|longer than/)
    .filter({ hasText: '1h' })
    .first();
  await refusal.waitFor();
  const answered = page.waitForResponse((response) => response.url().endsWith('/ops/start'));
  await page.getByRole('button', { name: 'Ask for it' }).click();
  expect((await answered).ok()).toBe(false);
  await refusal.waitFor();
  expect(new URL(page.url()).pathname).toBe('/ask');
});

test('says why in the other language as soon as that is chosen', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.goto(`${new URL(page.url()).origin}/ask?environment=production&for=3h&reason=look`);
  const refusal = page.getByRole('region', { name: 'Before you ask' }).getByRole('alert');
  await refusal.waitFor();
  await page.getByRole('button', { name: '日本語' }).click();
  const told = page.getByRole('region', { name: '依頼の前に' }).getByRole('alert');
  await expect.poll(() => told.innerText()).toMatch(/[ぁ-ん]{2}/);
});

test('lets an SRE deny one request with a reason and approve the next', async () => {
  const one = await call('engineer', 'ops.start', { environment: 'production', reason: 'first' });
  const two = await call('engineer', 'ops.start', { environment: 'production', reason: 'second' });
  const { page } = await visit({ hat: 'sre2' });
  const waiting = page.getByRole('region', { name: 'Waiting for approval' });
  const cardOf = ({ id }: { readonly id: string }) =>
    waiting.getByRole('article').filter({ hasText: id });

  await cardOf(one).getByRole('button', { name: 'Deny …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Deny the request by Taro Suzuki' });
  await dialog.getByRole('textbox').fill('Use the replica instead');
  await dialog.getByRole('button', { name: 'Deny', exact: true }).click();
  await cardOf(one).waitFor({ state: 'detached' });
  expect(await call('engineer', 'ops.show', { id: one.id })).toMatchObject({ state: 'denied' });

  await cardOf(two).getByRole('button', { name: 'Approve' }).click();
  await page.getByText('Approved: Taro Suzuki gets it.').waitFor();
  const lease = await until(two.id, 'active');
  expect(lease.approvals.map(({ approver }) => approver)).toEqual(['sre2']);
});

test('breaks the glass at once, and asks for the review before the next time', async () => {
  const { page } = await visit({ hat: 'sre' });
  const ask = `${new URL(page.url()).origin}/ask?environment=production&for=30m`;
  await page.goto(`${ask}&reason=database+is+down`);
  await page.getByRole('switch', { name: 'Break-glass' }).click();
  await page.getByRole('button', { name: 'Ask for it' }).click();
  const id = await shownLease(page);
  expect(await until(id, 'active')).toMatchObject({ breakGlass: true, reviewDue: true });
  await page.getByText('review owed').waitFor();
  const review = page.getByRole('button', { name: 'Write the review …' });

  await page.goto(`${ask}&reason=again`);
  await page.getByRole('switch', { name: 'Break-glass' }).click();
  const answered = page.waitForResponse((response) => response.url().endsWith('/ops/start'));
  await page.getByRole('button', { name: 'Ask for it' }).click();
  expect((await answered).ok()).toBe(false);
  await page
    .getByRole('alert')
    .filter({ hasText: /review/ })
    .first()
    .waitFor();
  expect(new URL(page.url()).pathname).toBe('/ask');

  await call('sre', 'ops.stop', { id });
  await until(id, 'ended');
  await page.goto(`${new URL(page.url()).origin}/leases/${id}`);
  await review.click();
  const dialog = page.getByRole('dialog', { name: 'Review of a break-glass start' });
  await dialog
    .getByRole('textbox')
    .fill('The disk was full; the old logs were removed and an alert was added.');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await page.getByText('The review is written.').waitFor();
  await page.getByText('review owed').waitFor({ state: 'detached' });
});

/** The id of the lease whose page is shown. */
async function shownLease(page: Page): Promise<string> {
  const title = page.getByRole('heading', { level: 1, name: /^Lease ops-/ });
  return (await title.innerText()).replace('Lease ', '');
}
