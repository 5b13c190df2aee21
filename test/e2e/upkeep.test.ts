import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportedEntry } from '@sekisho/contract';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { sekisho } from './support/cli.ts';
import { call, clearHouse, instances, lend, until } from './support/judge.ts';
import { launchOrphan, terminate } from './support/orphan.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
const orphans: string[] = [];
afterAll(async () => {
  for (const id of orphans) await terminate(id);
  await clearHouse();
});

test('finds a server that no lease explains, and spares it', async () => {
  const { page } = await visit({ hat: 'sre2' });
  await page.getByRole('link', { name: 'Servers that no lease explains …' }).click();
  await page.getByText('Nobody has looked yet.').waitFor();
  await page.getByRole('button', { name: 'Look now' }).click();
  await page.getByRole('button', { name: 'Look again' }).waitFor();
  const id = await launchOrphan();
  orphans.push(id);
  const row = page.getByTestId(`orphan-${id}`);
  // For a moment after a launch no other call sees the instance.
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: 'Look again' }).click();
        return row.or(page.getByText('Nothing is left over')).first().innerText();
      },
      { timeout: 60_000 },
    )
    .toContain(id);
  await row.getByText('no lease is known').waitFor();

  await page.getByRole('button', { name: 'Sweep now …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sweep now?' });
  await dialog.getByText('Nothing is due yet').waitFor();
  await dialog.getByRole('button', { name: 'Sweep now' }).click();
  await dialog.waitFor({ state: 'detached' });

  await row.getByRole('button', { name: 'Spare …' }).click();
  const sparing = page.getByRole('dialog', { name: `Spare ${id}?` });
  const spare = sparing.getByRole('button', { name: 'Spare', exact: true });
  expect(await spare.isDisabled()).toBe(true);
  await sparing.getByRole('textbox', { name: 'Why it stays' }).fill('the old batch host');
  await spare.click();
  await row.getByText('spared').waitFor();
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect.poll(() => row.getByRole('button', { name: 'Spare …' }).count()).toBe(0);
  await row.getByText('spared').waitFor();
  await expect
    .poll(async () => (await instances()).find((one) => one.id === id)?.state)
    .toBe('running');
});

test('examines the house when it is asked, and one account alone, for those who may', async () => {
  const { page } = await visit({ hat: 'sre2' });
  await page.getByRole('link', { name: 'Doctor' }).click();
  const standing = page.getByTestId('standing');
  await standing.getByText(/^Examined /).waitFor();
  await page.getByRole('region', { name: 'Sekisho itself' }).getByText(/well/).click();
  await page.getByTestId('finding-database-schema').getByText('up to date').waitFor();

  const account = page.getByRole('combobox', { name: 'AWS account' });
  await account.selectOption({ label: 'staging · 222222222222' });
  await page.getByRole('region', { name: 'Sekisho itself' }).waitFor({ state: 'detached' });
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Errors only');
  await expect.poll(() => new URL(page.url()).search).toBe('?account=222222222222&level=error');
  await page.getByText('Nothing that was found fits these filters.').waitFor();
  const asked = page.waitForRequest(/doctor\/examine$/);
  await page.getByRole('button', { name: 'Look again' }).click();
  expect((await asked).postDataJSON()).toEqual({ account: '222222222222' });
  await standing.getByText(/^Examined now/).waitFor();

  const other = await visit({ hat: 'engineer' });
  expect(await other.page.getByRole('link', { name: 'Doctor' }).count()).toBe(0);
  await other.page.goto(`${new URL(page.url()).origin}/doctor`);
  await other.page.getByText('only for: SRE').waitFor();
});

test('shows week by week what servers cost and what returning them saved', async () => {
  const { id } = await lend('engineer', { environment: 'staging', reason: 'costs a little' });
  await call('engineer', 'ops.stop', { id });
  await until(id, 'ended');
  const { page } = await visit({ hat: 'auditor' });
  await page.getByRole('link', { name: 'History' }).click();
  await page.getByRole('link', { name: 'Costs', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Costs' }).waitFor();
  await page
    .getByTestId('cost-sums')
    .getByText(/\$.* saved/)
    .waitFor();
  const costs = await call('sre', 'ops.cost', { weeks: 8 });
  const rows = page.getByRole('table').getByRole('row');
  for (const { week } of costs) await rows.filter({ hasText: week }).waitFor();
  await page.getByRole('combobox', { name: 'Weeks' }).selectOption('The last 4 weeks');
  await expect.poll(() => new URL(page.url()).search).toBe('?weeks=4');
});

test('makes a checkpoint, and finds it in the chain, and a false one not', async () => {
  const { page } = await visit({ hat: 'sre2' });
  await page.getByRole('link', { name: 'Timeline' }).click();
  await page.getByText('Checkpoints and export').click();
  const kept = await saved(page, 'Make a checkpoint');
  await page.getByText(/^The checkpoint of entry \d+ is signed/).waitFor();
  const file = page.locator('input[type="file"]');
  const named = (text: string) => ({
    name: 'kept.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await file.setInputFiles(named(kept));
  await page.getByText('It fits the checkpoint.').waitFor();

  const checkpoint = JSON.parse(kept) as { hash: string };
  const hash = checkpoint.hash.replace(/./g, (letter) => (letter === '0' ? '1' : '0'));
  await file.setInputFiles(named(JSON.stringify({ ...checkpoint, hash })));
  await page.locator('[data-testid="verdict"][data-ok="false"]').waitFor();
  await file.setInputFiles(named('{"not":"one"}'));
  await page.getByText('kept.json holds no checkpoint.').waitFor();
});

test('exports every entry, which the command line finds intact without a server', async () => {
  const { page } = await visit({ hat: 'auditor' });
  await page.getByRole('link', { name: 'Timeline' }).click();
  await page.getByText('Checkpoints and export').click();
  expect(await page.getByRole('button', { name: 'Make a checkpoint' }).count()).toBe(0);
  const text = await saved(page, 'Export everything');
  const entries = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportedEntry);
  expect(entries.map(({ number }) => number)).toEqual(entries.map((_, index) => index + 1));
  const path = join(tmpdir(), `sekisho-export-${process.pid}.jsonl`);
  await writeFile(path, text);
  const verified = await sekisho('timeline', 'verify', '--file', path);
  expect(verified).toMatchObject({ code: 0 });
  expect(verified.stdout).toContain(`${entries.length} entries`);
});

/** What a button saves as a file. */
async function saved(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}
