import type { Locator } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { clearHouse } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
afterAll(clearHouse);

test('leads a newcomer from the first page to a running server, and through the whole job', async () => {
  const opened = performance.now();
  const { page, refusals } = await visit();
  await page.getByRole('heading', { level: 1, name: 'First steps' }).waitFor();
  expect(new URL(page.url()).hash).toBe('');

  const first = page.getByRole('region', { name: 'Staging: nobody need agree' });
  await press(first, 'Start a server on staging');
  const progress = first.getByRole('region', { name: 'Progress' });
  await progress.getByRole('listitem').first().waitFor();
  await first.getByRole('button', { name: 'Show the command' }).waitFor();
  const seconds = (performance.now() - opened) / 1000;
  console.log(`From the first page to a running server: ${seconds.toFixed(1)} s`);

  await press(first, 'Show the command');
  expect(await first.locator('pre').innerText()).toMatch(
    /aws ssm start-session .*--target i-[0-9a-f]+/,
  );
  await press(first, 'Next');
  await press(first, 'Extend it by 30 minutes');
  await press(first, 'Give it back');
  await press(first, 'Open its timeline');

  const entries = page.getByRole('region', { name: 'Entries' }).getByRole('listitem');
  await entries.filter({ hasText: 'extended' }).waitFor();
  await expect.poll(() => entries.count()).toBeGreaterThanOrEqual(5);
  expect(refusals).toEqual([]);
});

test('leads a newcomer through an approval by changing hats', async () => {
  const { page } = await visit();
  const second = page.getByRole('region', { name: 'Production: an SRE must agree' });
  await press(second, 'Ask for production as engineer');
  await second.getByRole('button', { name: /^Wear the hat of/ }).click();
  await press(second, 'Approve it');
  await press(second, 'Open Now');
  await page.getByRole('heading', { level: 1, name: 'Now' }).waitFor();
  const card = page.getByRole('article', { name: /production/ });
  await card.locator('[data-state="active"]').waitFor();
});

function press(within: Locator, name: string): Promise<void> {
  return within.getByRole('button', { name, exact: true }).click();
}
