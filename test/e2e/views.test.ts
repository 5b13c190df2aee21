import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { expect, inject, test } from 'vitest';
import { call } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

test.each([
  ['light', 'en', /^Share of bad over time: users/, 'Can load balancer stand in for users'],
  ['dark', 'ja', /^不良の割合の推移: 利用者/, 'ロードバランサーは利用者'],
] as const)(
  'sets the views of a service side by side: %s, %s',
  async (theme, language, drawn, asked) => {
    await expect
      .poll(async () => (await call('sre', 'slo.views', { service: 'shop' })).pairs[0]?.hours ?? 0)
      .toBeGreaterThan(0);
    const { page, refusals } = await visit({ hat: 'sre', theme, language });
    await page.goto(`${inject('practice').origin}/slos/shop-availability`);
    await page.locator('a[href="/services/shop"]').click();
    await page.getByRole('img', { name: drawn }).waitFor();
    expect(await page.getByTestId('views').getByRole('row').count()).toBe(3);
    await page.getByRole('heading', { name: asked }).waitFor();
    await page.getByTestId('verdict-beacon-load-balancer').waitFor();
    expect(await seriousOn(page)).toEqual([]);
    await page.goto(`${inject('practice').origin}/sources`);
    await page.getByTestId('sources').getByText('shop-users', { exact: true }).first().waitFor();
    expect(await seriousOn(page)).toEqual([]);
    expect(refusals).toEqual([]);
  },
);

/** What axe finds serious or critical once nothing moves, in one line each. */
async function seriousOn(page: Awaited<ReturnType<typeof visit>>['page']): Promise<string[]> {
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"]') === null &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const axe = await readFile(axeFile, 'utf8');
  const results = (await page.evaluate(
    `${axe}; axe.run(document, { resultTypes: ['violations'] })`,
  )) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ; ')}`);
}
