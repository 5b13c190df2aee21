import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();

test('an incident is watched from the first steps: it burns, pages in chat with a picture, is explained, and recovers', async () => {
  const { page, refusals } = await visit({ hat: 'engineer' });
  const { origin } = inject('practice');
  await page.goto(`${origin}/welcome`);
  await page.getByTestId('rehearsal-start').press('Enter');
  // It plays by itself, until somebody stops it; the clock of practice stays what it is.
  await page.getByTestId('rehearsal-plot').waitFor();
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  await page.getByRole('button', { name: 'Go on' }).waitFor();
  for (const step of ['breaks', 'burns', 'page', 'explained']) await onTo(page, step);
  const why = page.getByTestId('tour-rehearsal-explained');
  await why.getByText(/failed in .*times as fast as it lasts/).waitFor();
  await why.getByText(/noted a deploy/).waitFor();
  await onTo(page, 'recovery');

  await page.getByRole('link', { name: 'Chat', exact: true }).click();
  await page.getByRole('button', { name: /sre/ }).click();
  expect(new URL(page.url()).search).toBe('?channel=sre');
  const paged = page.getByTestId('message').filter({ hasText: 'Shop answers' }).first();
  await paged.getByText(/リハーサル · ページ/).waitFor();
  const picture = paged.getByRole('img', { name: /Shop answers/ }).first();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(1200);

  await page.goBack();
  await page.getByTestId('rehearsal-next').press('Enter');
  await page.getByTestId('rehearsal-over').waitFor();
  await page.getByRole('button', { name: 'Play it again' }).waitFor();
  expect(refusals).toEqual([]);
});

async function onTo(page: Page, step: string): Promise<void> {
  await page.getByTestId('rehearsal-next').press('Enter');
  await page.locator(`[data-testid="tour-rehearsal-${step}"][data-state="current"]`).waitFor();
}
