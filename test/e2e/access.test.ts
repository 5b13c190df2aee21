import { afterAll, expect, test } from 'vitest';
import { call, clearHouse } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
afterAll(clearHouse);

test('an engineer asks for ReadOnly on production, an SRE agrees, it is used and given back', async () => {
  const { page } = await visit({ hat: 'engineer' });
  const origin = new URL(page.url()).origin;
  await page.goto(`${origin}/access`);
  await page.getByRole('combobox', { name: 'Account' }).selectOption('production');
  await page.getByRole('combobox', { name: 'Permission set' }).selectOption('ReadOnly');
  await page.getByTestId('takes').getByText('Policy “look-at-production”').waitFor();
  await page.getByTestId('takes').getByText('1 of group sre').waitFor();
  await page.getByRole('button', { name: 'Ask for it' }).click();
  await page.getByText('Please fill this in.').waitFor();
  await page.getByRole('textbox', { name: 'Reason' }).fill('look at the queue');
  await page.getByRole('textbox', { name: 'Reason' }).press('Control+Enter');
  await page.waitForURL(/\/leases\/acc-/);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.getByText('live on for at most').first().waitFor();

  const sre = await visit({ hat: 'sre' });
  const waiting = sre.page.getByRole('region', { name: 'Waiting for approval' });
  const card = waiting.getByRole('article').filter({ hasText: id });
  await card.getByText('ReadOnly').first().waitFor();
  await card.getByRole('button', { name: 'Approve' }).click();

  await page.locator('[data-testid="lease-state"][data-state="active"]').waitFor();
  const portal = page.getByRole('link', { name: 'Sign in to AWS' });
  expect(await portal.getAttribute('href')).toMatch(
    /^https:\/\/practice\.awsapps\.com\/start\/#\/console\?account_id=111111111111&role_name=ReadOnly/,
  );
  await page.goto(`${origin}/access`);
  const mine = page.getByTestId(`lease-${id}`);
  await mine.getByRole('button', { name: 'Return …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Return this access now?' });
  await dialog.getByRole('button', { name: 'Return' }).click();
  await mine.waitFor({ state: 'detached' });
  const { state } = await call('engineer', 'lease.show', { id });
  expect(state).toBe('ended');
});

test('what one could have says why not and what to do, and the map is there to copy', async () => {
  const { page } = await visit({ hat: 'engineer', language: 'ja' });
  const origin = new URL(page.url()).origin;
  await page.goto(`${origin}/access`);
  const refused = page.getByTestId('could').getByRole('row').filter({ hasText: 'Administrator' });
  await refused.getByText('不可').waitFor();
  expect(await refused.innerText()).toMatch(/[ぁ-ん]{2}.*。/);
  expect(await refused.getByRole('button').count()).toBe(0);
  await page.getByRole('link', { name: 'アカウントとプロファイル' }).click();
  const text = page.getByTestId('format-text');
  await text.getByText('[sso-session').waitFor();
  await page.getByRole('combobox', { name: '形式' }).selectOption('granted');
  await expect.poll(() => text.innerText()).toMatch(/granted_sso_account_id *= *111111111111/);
});
