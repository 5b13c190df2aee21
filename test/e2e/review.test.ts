import { expect, inject, test } from 'vitest';
import { call } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();

test('goes through the review of a month: what it says, a decision, an action, a document', async () => {
  const { month, open } = await thisMonth();
  const { page, refusals } = await visit({ hat: 'sre' });
  await page.goto(`${inject('practice').origin}/review?month=${month}`);
  await page.getByRole('heading', { level: 1, name: 'SLO review' }).waitFor();
  await page.getByTestId('review-table').getByRole('row').nth(1).waitFor();
  await page.getByRole('button', { name: 'Begin the review' }).click();
  await page.getByTestId(`review-row-${open}`).getByText('in progress').waitFor();
  const slo = page.getByTestId(`review-${open}`);
  await slo.getByRole('button', { name: 'Record the decision' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Decision' }).fill('keep the target');
  await dialog.getByRole('button', { name: 'Record the decision' }).click();
  await slo.getByText('keep the target').waitFor();
  await page.getByTestId(`review-row-${open}`).getByText('reviewed').waitFor();
  await slo.getByRole('button', { name: 'Add an action' }).click();
  await dialog.getByRole('textbox', { name: 'What' }).fill('alert on disk space');
  await dialog.getByRole('textbox', { name: 'Who' }).fill('engineer');
  await dialog.getByRole('button', { name: 'Add an action' }).click();
  await slo.getByRole('button', { name: 'Done: alert on disk space' }).click();
  await slo.getByText('done by').waitFor();
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(`# SLO review, ${month}`);
  expect(text).toContain('[x] alert on disk space');
  expect(refusals).toEqual([]);
});

/** The month that it is for practice, and an SLO that has its review still before it. */
async function thisMonth(): Promise<{ readonly month: string; readonly open: string }> {
  const now = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7);
  const { month, slos } = await call('sre', 'slo.review', { month: now });
  return { month, open: slos[0]?.id ?? '' };
}
