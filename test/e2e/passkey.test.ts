import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '@sekisho/core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LoginDoor, openLoginDoor } from '../support/login-door.ts';
import { launchChromium } from './support/chromium.ts';

const consoleDirectory = fileURLToPath(new URL('../../apps/console/dist/', import.meta.url));

/** Every rule that asks for approval asks for a passkey. */
const strict = (yaml: string) =>
  yaml.replaceAll('approval:', () => 'approval:\n      stepUp: passkey');

let door: LoginDoor;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sekisho-passkey-'));
  const database = await openEmbedded(folder);
  [door, browser] = await Promise.all([
    openLoginDoor({ consoleDirectory }, strict, database),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await Promise.all([browser.close(), door.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** A browser whose device has an authenticator of its own, and a finger always on it. */
async function visit(subject: string): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(45_000);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  });
  door.provider.next = subject;
  await page.goto(`${door.base}/me`);
  await page.getByRole('heading', { level: 1, name: 'My sign-in' }).waitFor();
  return page;
}

const asked = () =>
  door.world.as('engineer', 'ops.start', {
    ...{ environment: 'production', for: '30m', reason: 'a slow query' },
  });

const stateOf = async (id: string) => (await door.world.as('sre', 'ops.show', { id })).state;

test('approves with a passkey what the rule wants a passkey for, and not without', async () => {
  const page = await visit('sre');
  const first = await asked();
  await page.goto(`${door.base}/leases/${first.id}`);
  await page.getByTestId(`lease.approve-${first.id}`).click();
  await page.getByText('shown within the last 5 minutes').waitFor();
  expect(await stateOf(first.id)).toBe('requested');

  await page.goto(`${door.base}/me`);
  await page.getByRole('button', { name: 'Register a passkey …' }).click();
  await page.getByLabel('Name of the device').fill('laptop');
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByRole('cell', { name: 'laptop' }).waitFor();

  await page.goto(`${door.base}/leases/${first.id}`);
  await page.getByTestId(`lease.approve-${first.id}`).click();
  await expect.poll(() => stateOf(first.id)).toBe('approved');
  const [newest, before] = await door.world.as('sre', 'timeline.list', { limit: 2 });
  expect(newest).toMatchObject({ action: 'lease.approve', actor: { assurance: 'passkey' } });
  expect(before).toMatchObject({ action: 'session.step-up', actor: { id: 'sre' } });

  const passkeys = await door.world.as('sre', 'passkey.list', {});
  expect(passkeys).toMatchObject([{ name: 'laptop', person: 'sre' }]);
  await page.context().close();
});

test('lets a command line in from its own page, where it is seen who asks', async () => {
  const answer = await fetch(`${door.base}/login/device`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client: 'laptop-of-ken' }),
  });
  const told = (await answer.json()) as { user_code: string; device_code: string };
  const page = await visit('sre2');
  await page.goto(`${door.base}/device?code=${told.user_code}`);
  await page.getByText('It calls itself laptop-of-ken.').waitFor();
  await page.getByRole('button', { name: 'Let it in' }).click();
  await page.getByText('The command line is signed in.').waitFor();
  const given = await fetch(`${door.base}/login/device/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ device_code: told.device_code }),
  });
  expect(await given.json()).toMatchObject({ token_type: 'Bearer' });
  await page.goto(`${door.base}/me`);
  await page.getByText('laptop-of-ken').waitFor();
  await page.context().close();
});
