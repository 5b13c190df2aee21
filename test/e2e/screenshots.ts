// `node scripts/run.mjs test/e2e/screenshots.ts`: takes the pictures of docs/images anew.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { InputOf, OpsLease } from '@sekisho/contract';
import type { Page } from 'playwright-core';
// @ts-expect-error plain JavaScript without types, so that it runs before anything is installed
import { ensureConsoleBuilt } from '../../scripts/console.mjs';
import { callVerb } from './support/call-verb.ts';
import { openChat } from './support/chat.ts';
import { launchChromium } from './support/chromium.ts';
import { livePast } from './support/past.ts';
import { type Practice, root, startPractice } from './support/practice.ts';
import { openVisitor, type VisitorOptions } from './support/visitor.ts';

const folder = join(root, 'docs', 'images');
/** Bytes; more would make the README slow to read. */
const most = 200_000;

await ensureConsoleBuilt();
mkdirSync(folder, { recursive: true });
const browser = await launchChromium();
try {
  await withPractice(livePast, takeHouse);
  // Its chat begins empty: of a past it would tell everything at once.
  await withPractice(async () => undefined, takeChat);
} finally {
  await browser.close();
}

async function withPractice(
  prepare: (dataDirectory: string) => Promise<void>,
  work: (practice: Practice) => Promise<void>,
): Promise<void> {
  const practice = await startPractice(prepare);
  try {
    await work(practice);
  } finally {
    await practice.stop();
  }
}

async function take(
  practice: Practice,
  name: string,
  options: VisitorOptions,
  prepare: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, close } = await openVisitor(browser, practice, options);
  await prepare(page);
  await photograph(page, name);
  await close();
}

async function takeHouse(practice: Practice): Promise<void> {
  const server = await setTheScene(practice);
  const cards = async (page: Page) => {
    await page.getByRole('article').nth(3).waitFor();
  };
  for (const language of ['en', 'ja'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      const own = language === 'ja' ? '-ja' : '';
      const name = `${own}${theme === 'dark' ? '-dark' : ''}`;
      await take(practice, `now${name}`, { hat: 'sre', language, theme, height: 900 }, cards);
      const phone = { hat: 'sre', language, theme, width: 390, height: 844 } as const;
      await take(practice, `phone${name}`, phone, cards);
    }
  }
  await take(practice, 'lease', { hat: 'engineer', height: 900 }, async (page) => {
    await page.goto(`${practice.origin}/leases/${server.id}`);
    await page.getByText('aws ssm start-session').waitFor();
  });
  await take(practice, 'ask', { hat: 'engineer', height: 760 }, async (page) => {
    const draft = 'environment=production&for=1h&reason=look+at+the+slow+query';
    await page.goto(`${practice.origin}/ask?${draft}`);
    await page.getByText('May agree').waitFor();
  });
}

async function takeChat(practice: Practice): Promise<void> {
  const options = { hat: 'engineer', language: 'ja', height: 860 } as const;
  await take(practice, 'chat-ja', options, (page) => borrowInChat(practice, page));
}

/** Something on each lane: lent for long, lent on production, and waiting for an SRE. */
async function setTheScene(practice: Practice): Promise<OpsLease> {
  const ask = (hat: string, input: InputOf<'ops.start'>) =>
    callVerb(practice, hat, 'ops.start', input);
  await ask('support', { environment: 'sandbox', for: '2h', reason: 'try the import' });
  await ask('sre2', { environment: 'staging', for: '3h', reason: 'rehearse the migration' });
  const slow = { environment: 'production', for: '1h', reason: 'look at the slow query' };
  const { id } = await ask('engineer', slow);
  await callVerb(practice, 'sre', 'lease.approve', { id });
  await ask('engineer', { environment: 'production', for: '30m', reason: 'read the audit log' });
  return untilActive(practice, id);
}

async function untilActive(practice: Practice, id: string): Promise<OpsLease> {
  for (;;) {
    const lease = await callVerb(practice, 'engineer', 'ops.show', { id });
    if (lease.state === 'active') return lease;
    await pause(250);
  }
}

async function borrowInChat(practice: Practice, page: Page): Promise<void> {
  const chat = await openChat(page);
  await chat.say('/ops 開始 production 30分 遅いクエリの調査');
  await chat.whispers().filter({ hasText: '遅いクエリの調査' }).first().waitFor();
  const leases = await callVerb(practice, 'sre', 'ops.list', {});
  const id = leases.find(({ reason }) => reason === '遅いクエリの調査')?.id;
  if (id === undefined) throw new Error('What was asked for in chat is not in the list.');
  await callVerb(practice, 'sre', 'lease.approve', { id });
  await untilActive(practice, id);
  await chat.card(id).getByText('利用中').waitFor();
  await chat.card(id).scrollIntoViewIfNeeded();
}

async function photograph(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"]') === null &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide', scale: 'css' });
  const { size } = statSync(path);
  console.log(`docs/images/${name}.png ${Math.round(size / 1000)} kB`);
  if (size > most) throw new Error(`${path} has ${size} bytes; ${most} is the most.`);
}
