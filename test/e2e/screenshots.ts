// `node scripts/run.mjs test/e2e/screenshots.ts`: takes the pictures of docs/images anew.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { InputOf, OpsLease } from '@sekisho/contract';
import type { Browser, Page } from 'playwright-core';
// @ts-expect-error plain JavaScript without types, so that it runs before anything is installed
import { ensureConsoleBuilt } from '../../scripts/console.mjs';
import { callVerb } from './support/call-verb.ts';
import { openChat } from './support/chat.ts';
import { launchChromium } from './support/chromium.ts';
import { type Practice, root, startPractice } from './support/practice.ts';
import { openVisitor, type VisitorOptions } from './support/visitor.ts';

const folder = join(root, 'docs', 'images');
/** Bytes; more would make the README slow to read. */
const most = 200_000;

await ensureConsoleBuilt();
const practice = await startPractice();
const browser = await launchChromium();
try {
  mkdirSync(folder, { recursive: true });
  await takeAll(browser, practice);
} finally {
  await browser.close();
  await practice.stop();
}

async function takeAll(browser: Browser, practice: Practice): Promise<void> {
  const take = async (
    name: string,
    options: VisitorOptions,
    prepare: (page: Page) => Promise<void>,
  ) => {
    const { page, close } = await openVisitor(browser, practice, options);
    await prepare(page);
    await photograph(page, name);
    await close();
  };
  const server = await setTheScene(practice);
  for (const [name, language] of [['now', 'en'] as const, ['now-ja', 'ja'] as const]) {
    await take(name, { hat: 'sre', language, height: 860 }, async (page) => {
      await page.getByRole('article').nth(2).waitFor();
    });
  }
  await take('lease', { hat: 'engineer', height: 900 }, async (page) => {
    await page.goto(`${practice.origin}/leases/${server.id}`);
    await page.getByText('aws ssm start-session').waitFor();
  });
  await take('ask', { hat: 'engineer', height: 760 }, async (page) => {
    const draft = 'environment=production&for=1h&reason=look+at+the+slow+query';
    await page.goto(`${practice.origin}/ask?${draft}`);
    await page.getByText('May agree').waitFor();
  });
  await take('phone', { hat: 'sre', width: 390, height: 844 }, async (page) => {
    const waiting = page.getByRole('region', { name: 'Waiting for approval' });
    await waiting.getByRole('button', { name: 'Approve' }).waitFor();
  });
  await take('chat-ja', { hat: 'engineer', language: 'ja', height: 860 }, async (page) => {
    await borrowInChat(practice, page);
  });
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
  const id = leases.find(({ reason }) => reason === '遅いクエリの調査')?.id ?? '';
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
