import { afterAll, beforeAll, expect, test } from 'vitest';
import { callVerb } from './support/call-verb.ts';
import { launchOrphan } from './support/orphan.ts';
import { type Practice, startPractice } from './support/practice.ts';
import { type Kept, restoreInto } from './support/restored.ts';
import { useVisitors } from './support/use-visitors.ts';

let practice: Practice;
let kept: Kept;
let unknown: string;
const visit = useVisitors(() => practice);
beforeAll(async () => {
  practice = await startPractice(async (dataDirectory) => {
    kept = await restoreInto(dataDirectory);
  });
  unknown = await launchOrphan(practice.awsUrl);
});
afterAll(() => practice.stop());

test('says on every page that a restore waits, in the language of whoever reads', async () => {
  const { page } = await visit({ hat: 'engineer' });
  const band = page.getByTestId('restored');
  await band.getByText('Restored from a backup: nothing is lent or taken back.').waitFor();
  await band.getByText(/^The backup was taken .+ ago/).waitFor();
  expect(await band.getByRole('link').count()).toBe(0);
  await page.getByRole('link', { name: 'History' }).click();
  await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
  expect(await band.count()).toBe(1);

  const japanese = await visit({ hat: 'sre2', language: 'ja', width: 390 });
  const there = japanese.page.getByTestId('restored');
  await there.getByText('バックアップから復元しました。').waitFor();
  await there.getByRole('link', { name: '差分を見る' }).tap();
  await japanese.page.getByTestId('difference-gone').getByText('貸出中の記録').waitFor();
  await japanese.page.getByText('再開できるのは管理者本人です。').waitFor();
});

test('shows what differs, and an admin settles it once for everybody', async () => {
  const { page, refusals } = await visit({ hat: 'sre' });
  const other = await visit({ hat: 'engineer' });
  await other.page.getByTestId('restored').waitFor();
  await page.getByTestId('restored').getByRole('link', { name: 'What differs' }).click();
  const row = (kind: string) => page.getByTestId(`difference-${kind}`);
  expect(await row('gone').innerText()).toMatch(/lent here, not there[\s\S]*ends/);
  expect(await row('gone').innerText()).toContain(kept.gone);
  expect(await row('waiting').innerText()).toContain(kept.waiting);
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: 'Look again' }).click();
      return row('unknown').innerText();
    })
    .toContain(unknown);

  await page.getByRole('button', { name: 'Settle …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settle this restore?' });
  await dialog.getByText('3 differences are settled').waitFor();
  const settle = dialog.getByRole('button', { name: 'Settle', exact: true });
  expect(await settle.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('looked at all three with Aiko');
  await settle.click();
  await page.getByText('No restore waits to be settled.').waitFor();
  expect(await row('gone').count()).toBe(1);
  await page.getByTestId('restored').waitFor({ state: 'detached' });
  await other.page.getByTestId('restored').waitFor({ state: 'detached' });
  expect(refusals).toEqual([]);

  const entries = await callVerb(practice, 'sre', 'timeline.list', { limit: 100 });
  expect(entries.find(({ action }) => action === 'recovery.settle')?.texts).toMatchObject({
    reason: 'looked at all three with Aiko',
  });
  const ended = await callVerb(practice, 'sre', 'ops.show', { id: kept.waiting });
  expect(ended.state).toBe('withdrawn');
});
