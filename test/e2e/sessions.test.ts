import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Practice, startPractice } from './support/practice.ts';
import { liveSession, putRecording, type Recorded } from './support/recorded.ts';
import { useVisitors } from './support/use-visitors.ts';

/** What a holder could have a terminal write: title, clipboard, a link, a question, a flood. */
const hostile = [
  '\u001b]0;pwned\u0007\u001b]52;c;cHduZWQ=\u0007\u001b[c\u001b[6n\u001b[?1003h',
  '\u001b]8;;https://evil.example/\u0007a link\u001b]8;;\u0007 https://evil.example/\r\n',
  'x\u001b[2147483647b\u001b[2147483647L\u001b[8;900;900t\r\nthe last line\r\n',
].join('');

let practice: Practice;
let recorded: Recorded;
const visit = useVisitors(() => practice);
beforeAll(async () => {
  practice = await startPractice(async (dataDirectory) => {
    recorded = await liveSession(dataDirectory);
  });
  await putRecording(practice.awsUrl, recorded.session, recorded.screen + hostile);
});
afterAll(() => practice.stop());

const textOf = (page: Page) => page.getByTestId('replay-text').textContent();
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('replays a session from its lease, by keys and by command, and a recording only draws', async () => {
  const { page } = await visit({ hat: 'engineer' });
  await page.goto(`${practice.origin}/leases/${recorded.lease}`);
  await page.getByRole('link', { name: recorded.session }).click();
  await page.getByRole('heading', { level: 1, name: `Session ${recorded.session}` }).waitFor();
  expect(await page.getByTestId('session-facts').innerText()).toMatch(
    /Taro Suzuki[\s\S]*late orders[\s\S]*in S3/,
  );
  await page.getByText('The recording has no times: its lines are spaced evenly.').waitFor();

  const screen = page.getByTestId('replay-screen');
  await screen.focus();
  await page.keyboard.press('End');
  await expect.poll(() => textOf(page)).toContain('the last line');
  expect(await textOf(page)).toMatch(/18342[\s\S]*支払いサービスに接続できません[\s\S]*a link/);
  expect(await screen.locator('a').count()).toBe(0);
  expect(await page.title()).toBe(`Session ${recorded.session} · Sekisho`);
  expect(await clipboard(page)).toBe('');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(() => clipboard(page)).toContain('the last line');

  const command = (text: string) =>
    page.getByTestId('replay-commands').getByRole('button', { name: text });
  await command('grep -c ERROR').click();
  await expect.poll(() => textOf(page)).not.toContain('the last line');
  expect(await textOf(page)).toMatch(/uptime[\s\S]*grep -c ERROR/);
  expect(await command('grep -c ERROR').getAttribute('aria-current')).toBe('true');

  const clock = page.getByTestId('replay-clock');
  await screen.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => clock.innerText()).toMatch(/^0:00 /);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Pause' }).waitFor();
  await expect.poll(() => clock.innerText()).not.toMatch(/^0:00 /);
});

test('finds commands for those who may read them, and tells others of the session alone', async () => {
  const { page } = await visit({ hat: 'sre' });
  await page.getByRole('link', { name: 'History' }).click();
  await page.getByRole('link', { name: 'Sessions', exact: true }).click();
  await page.getByTestId(`session-${recorded.session}`).getByText('shell').waitFor();
  await page.getByRole('searchbox', { name: 'Search commands' }).fill('APP.LOG');
  const found = page.getByTestId('found');
  await found.getByRole('link', { name: 'tail -n 1 /var/log/shop/app.log' }).click();
  await expect.poll(() => textOf(page)).toMatch(/uptime[\s\S]*tail -n 1/);
  expect(await textOf(page)).not.toContain('the last line');

  const other = await visit({ hat: 'sre2', language: 'ja' });
  await other.page.goto(`${practice.origin}/sessions`);
  const row = other.page.getByTestId(`session-${recorded.session}`);
  await row.getByText('シェル').waitFor();
  expect(await row.getByRole('link', { name: recorded.session }).count()).toBe(0);
  await other.page.goto(`${practice.origin}/sessions/${recorded.session}`);
  await other.page.getByText('記録を読める人').waitFor();
  expect(await other.page.getByTestId('replay-screen').count()).toBe(0);
});
