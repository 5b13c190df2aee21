import { afterAll, expect, inject, test } from 'vitest';
import { call, clearHouse, instancesOf, lend, until } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
afterAll(clearHouse);

test('finds every verb in the palette and goes where it is done', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'What do you want to do?' });
  await box.waitFor();
  expect(await page.getByRole('option').count()).toBeGreaterThanOrEqual(25);
  await box.fill('verify');
  await page.getByRole('option', { name: /timeline verify/ }).waitFor();
  await box.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Timeline' }).waitFor();
});

test('lets an auditor read everything and act on nothing', async () => {
  const { id } = await call('engineer', 'ops.start', {
    environment: 'production',
    reason: 'audit',
  });
  const { page } = await visit({ hat: 'auditor' });
  const card = page.getByRole('article').filter({ hasText: id });
  await card.waitFor();
  for (const name of ['Approve', 'Deny …', 'Withdraw']) {
    expect(await card.getByRole('button', { name, exact: true }).count()).toBe(0);
  }
  expect(await page.getByRole('link', { name: 'Ask for a server' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Servers that no lease explains …' }).count()).toBe(
    0,
  );
  await page.goto(`${inject('practice').origin}/ask?environment=staging&for=30m&reason=curious`);
  await page.getByRole('alert').first().waitFor();
  expect(await page.getByRole('button', { name: 'Ask for it' }).isDisabled()).toBe(true);
  await page.goto(`${inject('practice').origin}/sweep`);
  await page.getByText('only for: SRE').waitFor();
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'What do you want to do?' });
  await box.fill('stop everything');
  await page.getByRole('option', { name: /only for: admin/ }).waitFor();
  await box.press('Enter');
  await box.waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /^Who I am/ }).click();
  expect(await page.getByRole('menuitem', { name: 'Stop everything …' }).count()).toBe(0);
  await page.getByRole('menuitem', { name: /Hanako Sato/ }).click();
  await page.getByRole('button', { name: 'Who I am: Hanako Sato' }).waitFor();
  await page.getByRole('link', { name: 'Now', exact: true }).click();
  await card.getByRole('button', { name: 'Approve' }).waitFor();
});

test('remembers language and theme', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByRole('heading', { level: 1, name: '現在' }).waitFor();
  await page.getByRole('button', { name: '暗い配色にする' }).click();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '現在' }).waitFor();
  await page.getByRole('button', { name: '明るい配色にする' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('ja');
  expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
});

test('says so where a page cannot be loaded, and opens it by itself when the server answers', async () => {
  const { page, faults } = await visit({ hat: 'engineer' });
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'People' }).press('Enter');
  await page.getByText('This page could not be loaded.').waitFor();
  // Nothing would be there but the browser's own error page.
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await page.getByText('This page could not be loaded.').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('heading', { level: 1, name: 'People and policy' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/people');
  // What the browser says of requests while it was offline; nothing else.
  const others = faults.filter(
    (each) => !/ERR_INTERNET_DISCONNECTED|Unable to preload|dynamically/.test(each),
  );
  faults.splice(0, faults.length, ...others);
});

test('lets nobody in without the secret', async () => {
  const { origin } = inject('practice');
  const { page } = await visit({ hat: 'engineer' });
  await page.context().clearCookies();
  await page.goto(origin);
  await page.getByRole('heading', { name: 'Open Sekisho by its own address' }).waitFor();
});

test('asks to be opened anew when the server knows the reader no longer', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.context().clearCookies();
  await page.getByRole('button', { name: '日本語' }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'アドレス' }).waitFor();
});

test('lets a page load nothing from elsewhere', async () => {
  const { page, faults } = await visit({ hat: 'engineer' });
  const blocked = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', (event) => resolve(event.blockedURI));
        new Image().src = 'http://127.0.0.2/elsewhere.png';
      }),
  );
  expect(blocked).toBe('http://127.0.0.2/elsewhere.png');
  await expect.poll(() => faults.join('\n')).toContain('Content Security Policy');
  await page.goto('about:blank');
  faults.splice(0);
});

test('stops everything after a typed word, refuses to lend, and resumes', async () => {
  const lease = await lend('engineer', { environment: 'staging', reason: 'to be stopped' });
  const { page } = await visit({ hat: 'sre' });
  const openStop = async () => {
    await page.getByRole('button', { name: /^Who I am/ }).click();
    await page.getByRole('menuitem', { name: 'Stop everything …' }).click();
    return page.getByRole('dialog', { name: 'Stop everything' });
  };
  const stopping = await openStop();
  await stopping.getByRole('textbox', { name: 'Reason' }).fill('a drill');
  const button = stopping.getByRole('button', { name: 'Stop everything' });
  expect(await button.isDisabled()).toBe(true);
  await stopping.getByRole('textbox', { name: 'Type STOP to confirm' }).fill('stop');
  await button.click();
  await page.getByText(/^Everything is being taken back: \d+\.$/).waitFor();
  await until(lease.id, 'ended');
  expect((await instancesOf(lease.id)).map(({ state }) => state)).toEqual(['terminated']);
  await expect(
    call('engineer', 'ops.start', { environment: 'staging', reason: 'too early' }),
  ).rejects.toThrow(/stop|halt/i);

  const resuming = await openStop();
  await resuming.getByRole('textbox', { name: 'Reason' }).fill('the drill is over');
  await resuming.getByRole('button', { name: 'Resume lending' }).click();
  await page.getByText('Lending is resumed.').waitFor();
  await call('engineer', 'ops.start', { environment: 'staging', reason: 'again' });
});
