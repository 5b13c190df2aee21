import { afterAll, expect, test } from 'vitest';
import { call, clearHouse, lend } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
afterAll(clearHouse);

test('extends once for a key that was pressed twice', async () => {
  const lease = await lend('engineer', { environment: 'staging', reason: 'pressed twice' });
  const { page } = await visit({ hat: 'engineer' });
  const card = page.getByTestId(`lease-${lease.id}`);
  await card.getByRole('button', { name: 'Extend …' }).click();
  const pressed = Promise.withResolvers<void>();
  let asked = 0;
  await page.route('**/api/v1/ops/extend', async (route) => {
    asked += 1;
    await pressed.promise;
    await route.continue();
  });
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.press('Control+Enter');
  await expect.poll(() => asked).toBe(1);
  await field.press('Control+Enter');
  pressed.resolve();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(asked).toBe(1);
  const { deadline } = await call('engineer', 'ops.show', { id: lease.id });
  expect(Date.parse(deadline ?? '') - Date.parse(lease.deadline ?? '')).toBe(1_800_000);
});

test('does not send a dialog that is empty', async () => {
  const lease = await lend('engineer', { environment: 'staging', reason: 'nothing typed' });
  const { page, refusals } = await visit({ hat: 'engineer' });
  await page.getByTestId(`lease-${lease.id}`).getByRole('button', { name: 'Extend …' }).click();
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.fill(' ');
  await field.press('Control+Enter');
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Extend' }).isDisabled()).toBe(
    true,
  );
  expect(refusals).toEqual([]);
});

test('keeps the chosen row when another comes above it', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.goto(`${new URL(page.url()).origin}/history?environment=staging&state=ended`);
  const history = page.getByTestId('history');
  const kept = await lend('engineer', { environment: 'staging', reason: 'chosen by keys' });
  await call('engineer', 'ops.stop', { id: kept.id });
  await history.getByTestId(`row-${kept.id}`).waitFor();
  await page.keyboard.press('j');
  await history.locator(`[data-chosen][data-testid="row-${kept.id}"]`).waitFor();
  const later = await lend('engineer', { environment: 'staging', reason: 'comes above' });
  await call('engineer', 'ops.stop', { id: later.id });
  await history.getByTestId(`row-${later.id}`).waitFor();
  expect(await history.locator('[data-chosen]').getAttribute('data-testid')).toBe(`row-${kept.id}`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: `Lease ${kept.id}` }).waitFor();
});

test('opens a lease of History in a new tab without leaving the list', async () => {
  const { id } = await lend('engineer', { environment: 'staging', reason: 'in a new tab' });
  const { page } = await visit({ hat: 'engineer' });
  const address = `${new URL(page.url()).origin}/history?search=${id}`;
  await page.goto(address);
  const link = page.getByTestId('history').getByRole('link', { name: id });
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    link.click({ modifiers: ['Control'] }),
  ]);
  await tab.getByRole('heading', { level: 1, name: `Lease ${id}` }).waitFor();
  expect(page.url()).toBe(address);
});
