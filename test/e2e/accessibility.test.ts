import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { call, clearHouse, lend } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
let axe = '';
let waiting = '';
let pages: string[] = [];

beforeAll(async () => {
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const { id } = await lend('engineer', { environment: 'staging', reason: 'to be looked at' });
  const asked = await call('engineer', 'ops.start', { environment: 'production', reason: 'look' });
  pages = ['/', '/ask', `/leases/${id}`, `/leases/${asked.id}`, '/history', '/timeline'];
  waiting = asked.id;
  pages.push('/people', '/chat', '/welcome', '/costs', '/sweep', '/recovery');
  pages.push('/sessions', '/doctor');
  pages.push('/nowhere');
  pages.push('/review', '/slos', '/slos/shop-availability');
  pages.push('/definition', '/definition?id=shop-availability');
});
afterAll(clearHouse);

// Contrast is a matter of the theme, names and lengths of the language: each is seen once.
test.each([
  ['light', 'en'],
  ['dark', 'ja'],
] as const)('has nothing serious against it on any page: %s, %s', async (theme, language) => {
  const { page, refusals } = await visit({ hat: 'sre', theme, language });
  const found: string[] = [];
  for (const path of pages) {
    await page.goto(`${inject('practice').origin}${path}`);
    // It is asked for when it comes into sight.
    if (path.startsWith('/slos/')) await page.getByTestId('replay').scrollIntoViewIfNeeded();
    await settle(page);
    found.push(...(await seriousOn(page, path)));
  }
  expect(found).toEqual([]);
  expect(refusals).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  'has nothing serious against its dialogs: %s',
  async (theme) => {
    const { page } = await visit({ hat: 'sre', theme });
    const found: string[] = [];
    const card = page.getByRole('article').filter({ hasText: waiting });
    await card.getByRole('button', { name: 'Deny …' }).click();
    await page.getByRole('dialog').waitFor();
    found.push(...(await seriousOn(page, 'deny')));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'What do you want to do?' }).waitFor();
    found.push(...(await seriousOn(page, 'palette')));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Who I am/ }).click();
    await page.getByRole('menuitem', { name: 'Stop everything …' }).waitFor();
    found.push(...(await seriousOn(page, 'menu')));
    await page.getByRole('menuitem', { name: 'Stop everything …' }).click();
    await page.getByRole('dialog').waitFor();
    found.push(...(await seriousOn(page, 'stop everything')));
    expect(found).toEqual([]);
  },
);

test('would notice a button without a name', async () => {
  const { page } = await visit({ hat: 'sre' });
  await page.evaluate(() =>
    document.querySelector('main')?.append(document.createElement('button')),
  );
  expect(await seriousOn(page, 'planted')).toEqual(['planted: button-name: <button></button>']);
});

/** Waits until a page shows what it has to show, and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

/** What axe finds serious or critical, in one line each. */
async function seriousOn(page: Page, where: string): Promise<string[]> {
  // Half-faded colours are no fault of contrast.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  // Run in the page, past its policy, which forbids scripts of others.
  const results = (await page.evaluate(
    `${axe}; axe.run(document, { resultTypes: ['violations'] })`,
  )) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ html }) => html).join(' ; ')}`);
}
