import { readFile } from 'node:fs/promises';
import { afterAll, expect, test, vi } from 'vitest';
import { call, clearHouse } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
afterAll(async () => {
  for (const { id } of await call('sre', 'membership.list', {}))
    await call('sre', 'membership.return', { id });
  await vi.waitFor(async () => expect(await call('sre', 'membership.list', {})).toEqual([]), {
    timeout: 60_000,
    interval: 250,
  });
  await clearHouse();
});

test('an engineer joins the SRE team, ticks first things off, takes the report along and leaves', async () => {
  const { page } = await visit({ hat: 'engineer' });
  const origin = new URL(page.url()).origin;
  await page.goto(`${origin}/membership`);
  const brings = page.getByTestId('brings');
  await brings.getByText('ReadOnly on production').waitFor();
  await brings.getByText('the Slack user group S0SRE').waitFor();
  await page.getByRole('textbox', { name: 'Reason' }).fill('an exchange for a quarter');
  await page.getByRole('button', { name: 'Ask to join' }).click();
  await page.waitForURL(/\/leases\/mem-/);
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await call('sre', 'lease.approve', { id });
  await page.locator('[data-testid="lease-state"][data-state="active"]').waitFor();

  await page.getByTestId('parts').getByRole('link').first().click();
  await page.getByText('Approved, extended and ended with').waitFor();
  await page.goto(`${origin}/membership`);
  const first = page.getByRole('checkbox', { name: 'Read the runbooks' });
  await first.check();
  await page.getByText('1 of 3 done').first().waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('0 of 3 done').first().waitFor();
  await first.check();

  await page.getByRole('combobox', { name: 'Language of the report' }).selectOption('ja');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download .md' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${id}-ja.md`);
  expect(await readFile(await file.path(), 'utf8')).toContain('[x] 手順書を読む');

  await page.getByTestId('my-memberships').getByRole('button', { name: 'Leave' }).click();
  const dialog = page.getByRole('dialog', { name: 'End this membership now?' });
  await dialog.getByRole('button', { name: 'Leave' }).click();
  await page.getByText('You are in no team for a term.').waitFor();
});
