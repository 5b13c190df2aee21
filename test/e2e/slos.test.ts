import { expect, inject, test } from 'vitest';
import { call, untilCounted } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();

test('shows how the promises stand, the least budget first, and leads to each', async () => {
  const { page, refusals } = await visit({ hat: 'sre' });
  await page.getByRole('link', { name: 'SLOs' }).click();
  const rows = page.getByTestId('slos').getByRole('row');
  await rows.filter({ hasText: 'Shop answers' }).waitFor();
  // The logs of practice are counted in the background.
  await expect
    .poll(() => rows.filter({ hasText: 'waiting for data' }).count(), { timeout: 280_000 })
    .toBeLessThan(5);
  await page.getByRole('textbox', { name: 'Service' }).fill('catalog');
  await rows.filter({ hasText: 'Shop answers' }).waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toBe('?service=catalog');
  await page.getByRole('link', { name: 'Catalog operations succeed' }).click();
  await page.getByRole('heading', { level: 1, name: 'Catalog operations succeed' }).waitFor();
  expect(refusals).toEqual([]);
});

test('says on Now which SLO fires and why as soon as it does, and else one quiet line', async () => {
  const { page } = await visit({ hat: 'sre' });
  let fires = false;
  const [id, why] = ['shop-availability', 'Only 20% of the last 10 min was measured.'];
  // Practice takes minutes to fire: its answers are as if it did from the note on.
  await page.route('**/api/v1/slo/list', async (route) => {
    const response = await route.fetch();
    const slos = (await response.json()) as { readonly id: string }[];
    const as = (one: string) => (fires && one === id ? 'firing' : 'well');
    await route.fulfill({ response, json: slos.map((slo) => ({ ...slo, state: as(slo.id) })) });
  });
  const nothing = { burn: null, spent: null, drop: null, clients: null };
  const noData = { coverage: 0.2, below: 0.5, minutes: 10 };
  const alert = { id: 'page-1', slo: id, severity: 'page', untold: null, firedAt: '2026-01-01' };
  await page.route('**/api/v1/slo/pages', (route) =>
    route.fulfill({ json: fires ? [{ ...alert, why: { ...nothing, noData } }] : [] }),
  );
  await page.goto(inject('practice').origin);
  await page.getByTestId('slos-calm').waitFor();
  expect(await page.getByRole('heading', { name: 'SLOs that want a look' }).count()).toBe(0);
  fires = true;
  await call('sre', 'timeline.note', { kind: 'deploy', service: 'shop', text: 'shop, broken' });
  const line = page.getByTestId(`now-slo-${id}`);
  await line.getByText(why).waitFor();
  await line.getByText('firing', { exact: true }).waitFor();
  await line.getByRole('img', { name: /Where the budget burned: Shop answers/ }).waitFor();
  await line.getByRole('link', { name: 'Shop answers' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Shop answers' }).waitFor();
});

test('draws an SLO over time, and says the same to who cannot see it', async () => {
  await untilCounted('shop-availability');
  const { page } = await visit({ hat: 'engineer', language: 'ja', theme: 'dark' });
  await page.goto(`${inject('practice').origin}/slos/shop-availability?span=24h`);
  await page.getByRole('img', { name: /バジェットの残りは .+ から .+ になりました/ }).waitFor();
  await page.getByRole('img', { name: /件のうち .+ 件が不良でした/ }).waitFor();
  // That of the replay is drawn when it comes into sight.
  expect(await page.locator('canvas').count()).toBeGreaterThanOrEqual(2);
  await page.getByText('同じ内容を表で見る').click();
  const rows = page.getByRole('group', { name: '同じ内容を表で見る' }).getByRole('row');
  expect(await rows.count()).toBeGreaterThan(2);
  expect(await page.getByTestId('tiers').getByRole('row').count()).toBe(5);
});

test('lets a target be proposed on the page of its SLO, and agreed by two', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.goto(`${inject('practice').origin}/slos/reports-answers`);
  await page.getByRole('button', { name: 'Propose a target' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Target in percent' }).fill('98');
  await dialog.getByRole('textbox', { name: 'Why' }).fill('it makes sums twice anyway');
  await dialog.getByRole('button', { name: 'Propose a target' }).click();
  await dialog.waitFor({ state: 'detached' });
  const { proposals } = await call('sre', 'slo.proposals', { id: 'reports-answers' });
  expect(proposals[0]).toMatchObject({ target: 98, before: 99, state: 'open' });
  const id = proposals[0]?.id ?? '';
  // The owners of reports are the SREs: two of them.
  await call('sre', 'slo.accept', { id });
  await call('sre2', 'slo.accept', { id });
  await page.reload();
  await page.getByText('98% is in force').waitFor();
});

test('shows what a composite is weighed of, and which part spent the budget', async () => {
  const { page } = await visit({ hat: 'engineer' });
  const part = (name: string, weight: number, bad: number, errorShare: number) => ({
    ...{ name, weight, source: 'shop-alb', total: 20_000, bad, sli: 1 - bad / 20_000, burn: 2.5 },
    ...{ errorShare, budgetShare: errorShare * 0.8, coverage: 1 },
  });
  const parts = [part('Search', 1, 30, 0.25), part('Checkout', 3, 30, 0.75)];
  // Practice promises no composite: one of its SLOs is shown as if it had parts.
  await page.route('**/api/v1/slo/show', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), parts } });
  });
  await page.goto(`${inject('practice').origin}/slos/shop-availability`);
  const checkout = page.getByTestId('parts').getByRole('row').filter({ hasText: 'Checkout' });
  await checkout.waitFor();
  expect(await checkout.getByRole('cell').allInnerTexts()).toEqual([
    expect.stringMatching(/^Checkout\s+shop-alb$/),
    ...[
      '3',
      expect.stringMatching(/^99\.85%\s+30 of 20,000 failed$/),
      '2.5×',
      '60%',
      '75%',
      '100%',
    ],
  ]);
  await page.getByText('75% of what is spent is the doing of Checkout.').waitFor();
});

test('lets a change through that a spent budget holds up, by keys alone, and says who may not', async () => {
  const held = { repository: 'example/shop', number: 12, commit: '3f9c2d1e'.repeat(5) };
  const nobody = { by: null, at: null, until: null };
  const through = { by: 'sre', at: new Date().toISOString(), until: '2099-01-01T09:00:00.000Z' };
  // Practice has no GitHub: its server never holds up a change.
  let change = { ...held, state: 'held', ...nobody } as object;
  const asked: unknown[] = [];
  const shown = async (hat: 'sre' | 'engineer', language: 'en' | 'ja') => {
    const { page } = await visit({ hat, language });
    await page.route('**/api/v1/slo/show', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), changes: [change] } });
    });
    await page.route('**/api/v1/slo/override', async (route) => {
      asked.push(route.request().postDataJSON());
      change = { ...held, state: 'through', ...through };
      await route.fulfill({ json: { ...held, ...through, pulls: [12] } });
    });
    await page.goto(`${inject('practice').origin}/slos/shop-availability`);
    const row = page.getByTestId('changes').getByRole('row').filter({ hasText: 'example/shop#12' });
    await row.waitFor();
    return { page, row };
  };
  const { page, row } = await shown('sre', 'en');
  await row.getByRole('button', { name: 'Let through … example/shop#12' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Why it cannot wait' }).fill('the sale starts at noon');
  await page.keyboard.press('Tab');
  await page.keyboard.type('4h');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(asked).toEqual([
    {
      repository: 'example/shop',
      commit: held.commit,
      reason: 'the sale starts at noon',
      for: '4h',
    },
  ]);
  await row.getByText(/let through/).waitFor();
  expect(await row.innerText()).toMatch(/until .*2099/);
  await row.getByRole('button', { name: 'Take back … example/shop#12' }).press('Enter');
  await dialog.getByRole('textbox', { name: 'Why' }).fill('it burns more');
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  expect(asked[1]).toMatchObject({ commit: held.commit, reason: 'it burns more', withdraw: true });
  const other = await shown('engineer', 'ja');
  await other.page.getByText('変更を通せるのは SRE と admin だけです').waitFor();
  expect(await other.row.getByRole('button').count()).toBe(0);
});
