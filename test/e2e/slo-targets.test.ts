import { expect, inject, test } from 'vitest';
import { call, untilCounted } from './support/judge.ts';
import { useVisitors } from './support/use-visitors.ts';

const visit = useVisitors();
const at = (path: string) => `${inject('practice').origin}${path}`;

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

test('moves a target over the past without asking the server again, and proposes it', async () => {
  await untilCounted('catalog-operations');
  const { page, refusals } = await visit({ hat: 'sre' });
  await page.goto(at('/slos/catalog-operations'));
  const replay = page.getByTestId('replay');
  await replay.scrollIntoViewIfNeeded();
  const slider = replay.getByRole('slider');
  await slider.waitFor();
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/slo/replay')) asked += 1;
  });
  await slider.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  const target = (await slider.getAttribute('aria-valuetext')) ?? '';
  await replay.getByRole('img', { name: new RegExp(`^At ${target} the budget`) }).waitFor();
  expect(asked).toBe(0);
  // One that the slider does not stop at is asked for.
  await replay.getByRole('textbox', { name: 'Target in percent' }).fill('97.77');
  await replay.getByRole('img', { name: /^At 97\.77% the budget .* \d+ pages\.$/ }).waitFor();
  await replay.getByRole('button', { name: 'Propose 97.77%' }).click();
  const dialog = page.getByRole('dialog');
  const reason = await dialog.getByRole('textbox', { name: 'Why' }).inputValue();
  expect(reason).toContain('97.77%');
  await dialog.getByRole('button', { name: 'Propose a target' }).click();
  await dialog.waitFor({ state: 'detached' });
  const { proposals } = await call('sre', 'slo.proposals', { id: 'catalog-operations' });
  expect(proposals[0]).toMatchObject({ target: 97.77, state: 'open' });
  expect(refusals).toEqual([]);
});

test('lets a proposal be declined and agreed to on the page of its SLO', async () => {
  const id = 'shop-latency';
  const propose = (target: number) =>
    call('engineer', 'slo.propose', { id, target, reason: 'to be answered in a dialog' });
  const first = await propose(97);
  const { page } = await visit({ hat: 'sre' });
  await page.goto(at(`/slos/${id}`));
  const row = (proposal: string) => page.getByTestId(proposal);
  await row(first.id).getByRole('button', { name: 'Decline' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Why' }).fill('first the slow query');
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await row(first.id).getByText('first the slow query').waitFor();
  const second = await propose(97.5);
  await row(second.id).getByRole('button', { name: 'Accept' }).click();
  // The file still says 98 %.
  await page.getByText('The file says 98%, agreed is 97.5%').first().waitFor();
  const [targets] = (await call('sre', 'slo.proposals', { id })).targets;
  expect(targets).toMatchObject({ differs: true, fileTarget: 98 });
});

test('lets minutes be corrected and counted again on the page of an SLO', async () => {
  const id = 'shop-users';
  const { page } = await visit({ hat: 'engineer' });
  await page.goto(at(`/slos/${id}`));
  await page.getByRole('button', { name: 'Ask for a correction' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'From' }).fill(ago(2));
  await dialog.getByRole('textbox', { name: 'To' }).fill(ago(1));
  await dialog.getByRole('textbox', { name: 'Why' }).fill('the beacon was tried out');
  await dialog.getByRole('button', { name: 'Ask for a correction' }).click();
  await dialog.waitFor({ state: 'detached' });
  const [asked] = await call('sre', 'slo.corrections', { id });
  const { page: other } = await visit({ hat: 'sre' });
  await other.goto(at(`/slos/${id}`));
  const row = other.getByTestId(asked?.id ?? '');
  await row.getByRole('button', { name: 'Accept' }).click();
  await row.getByRole('button', { name: 'Take back' }).click();
  await other.getByRole('dialog').getByRole('textbox', { name: 'Why' }).fill('it was no trial');
  await other.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await other.getByRole('dialog').waitFor({ state: 'detached' });
  await expect
    .poll(async () => (await call('sre', 'slo.corrections', { id }))[0]?.state)
    .toBe('taken-back');
});

test('judges a definition as it is written, at its line, and shows what it would have done', async () => {
  await untilCounted('shop-availability');
  const { page, refusals } = await visit({ hat: 'engineer' });
  await page.goto(at('/slos/shop-availability'));
  await page.getByRole('link', { name: 'Edit the definition' }).click();
  const text = page.getByRole('textbox', { name: 'OpenSLO document' });
  const findings = page.getByTestId('findings');
  await findings.getByText('Nothing is wrong with it.').waitFor();
  const past = page.getByRole('article', { name: 'Shop answers' });
  await past.getByText('From the minutes that the server has counted.').waitFor();
  await page.getByRole('textbox', { name: 'Target in percent' }).fill('99.5');
  expect(await text.inputValue()).toContain('target: 0.995 ');
  await past.getByRole('img', { name: /^At 99\.5% / }).waitFor();
  const good = await text.inputValue();
  await text.fill(good.replace('budgetingMethod: Occurrences', 'budgetingMethod: Guesses'));
  await findings.getByText('"Guesses"').waitFor();
  await findings.getByRole('button', { name: /^Line \d+$/ }).click();
  expect(await text.evaluate((area) => area === document.activeElement)).toBe(true);
  await text.fill(good);
  await findings.getByText('Nothing is wrong with it.').waitFor();
  await page.getByRole('button', { name: 'Copy' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(good);
  await page.getByText('Commit it as services/shop.yaml').waitFor();
  // It is there again after another page, and gone once it is thrown away.
  await page.getByRole('link', { name: 'SLOs' }).click();
  await page.getByTestId('slos').waitFor();
  await page.goBack();
  await page.getByText('This is your draft from before').waitFor();
  expect(await text.inputValue()).toBe(good);
  await page.getByRole('button', { name: 'Throw the draft away' }).click();
  await expect.poll(() => text.inputValue()).toContain('target: 0.999 ');
  expect(refusals).toEqual([]);
});

test('filters the list by how SLOs stand', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.goto(at('/slos'));
  await page.getByTestId('slos').waitFor();
  const shares = await call('engineer', 'slo.list', {});
  for (const [filter, label] of [
    ['firing', 'firing'],
    ['burning', 'burning'],
    ['spent', 'spent'],
  ] as const) {
    await page.getByRole('combobox', { name: 'State' }).selectOption({ label });
    await expect.poll(() => new URL(page.url()).searchParams.get('filter')).toBe(filter);
    const fits = shares.filter(({ flags }) => flags.includes(filter)).length;
    const none = page.getByText('No SLO fits these filters.');
    await (fits === 0 ? none : page.getByTestId('slos')).waitFor();
  }
});
