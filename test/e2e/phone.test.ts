import type { Locator } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { call, clearHouse, lend, until } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
const phone = { width: 390, height: 844 } as const;
afterAll(clearHouse);

test('approves and denies with a thumb', async () => {
  const one = await call('engineer', 'ops.start', {
    environment: 'production',
    reason: 'thumb up',
  });
  const two = await call('engineer', 'ops.start', {
    environment: 'production',
    reason: 'thumb down',
  });
  const { page } = await visit({ hat: 'sre2', ...phone });
  const waiting = page.getByRole('region', { name: 'Waiting for approval' });
  await waiting.waitFor();
  expect(await isBefore(waiting, page.getByTestId('lanes'))).toBe(true);
  const cardOf = (id: string) => page.getByRole('article').filter({ hasText: id });

  await cardOf(two.id).getByRole('button', { name: 'Deny …' }).tap();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Not from a phone');
  await dialog.getByRole('button', { name: 'Deny', exact: true }).tap();
  await until(two.id, 'denied');

  const card = cardOf(one.id);
  expect(await card.innerText()).toMatch(/thumb up[\s\S]*\$0\.0272\/h/);
  await card.getByRole('button', { name: 'Approve' }).tap();
  await until(one.id, 'active');
  await card.locator('[data-state="active"]').waitFor();
});

test('extends and returns a server with a thumb, and reads its card', async () => {
  const lease = await lend('engineer', {
    environment: 'staging',
    for: '30m',
    reason: 'on the train',
  });
  const { page } = await visit({ hat: 'engineer', ...phone });
  await page.getByRole('article').getByRole('link', { name: lease.id }).tap();
  await page.getByRole('heading', { level: 1, name: `Lease ${lease.id}` }).waitFor();
  const card = page.getByRole('article');
  expect(await card.innerText()).toMatch(/Taro Suzuki on the train[\s\S]*min left/);

  await card.getByRole('button', { name: 'Extend …' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Extend', exact: true }).tap();
  await page.getByText('Extended.').waitFor();
  const { deadline } = await call('engineer', 'ops.show', { id: lease.id });
  expect(Date.parse(deadline ?? '') - Date.parse(lease.deadline ?? '')).toBe(1_800_000);

  await card.getByRole('button', { name: 'Return …' }).tap();
  await page.getByRole('dialog').getByRole('button', { name: 'Return', exact: true }).tap();
  await until(lease.id, 'ended');
});

test.each(['en', 'ja'] as const)(
  'shows every page without scrolling sideways: %s',
  async (language) => {
    const { id } = await call('engineer', 'ops.start', {
      environment: 'staging',
      reason: 'narrow',
    });
    const { page } = await visit({ hat: 'sre', language, ...phone });
    const wide: string[] = [];
    for (const path of [
      '/',
      '/ask',
      `/leases/${id}`,
      '/history',
      '/costs',
      '/sweep',
      '/recovery',
      '/doctor',
      '/sessions',
      '/timeline',
      '/people',
      '/chat',
      '/welcome',
    ]) {
      await page.goto(`${inject('practice').origin}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > phone.width) wide.push(`${path}: ${width}`);
    }
    expect(wide).toEqual([]);
  },
);

/** Whether one thing comes before another, for eyes and for screen readers. */
async function isBefore(one: Locator, other: Locator): Promise<boolean> {
  const [upper, lower] = [await one.boundingBox(), await other.boundingBox()];
  const after = await other.elementHandle();
  const inOrder = await one.evaluate(
    (element, later) =>
      later !== null && Boolean(element.compareDocumentPosition(later) & 4 /* follows */),
    after,
  );
  return inOrder && upper !== null && lower !== null && upper.y < lower.y;
}
