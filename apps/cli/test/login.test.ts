import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LoginDoor, openLoginDoor } from '../../../test/support/login-door.ts';
import { emptyFolder, runCli } from './run-cli.ts';

let door: LoginDoor;
beforeAll(async () => {
  door = await openLoginDoor();
});
afterAll(() => door.close());

/** Lets whoever waits in, as the browser would. */
async function letIn(): Promise<void> {
  const { kysely } = door.world.database;
  const waiting = async () =>
    kysely.selectFrom('device_logins').selectAll().where('state', '=', 'pending').execute();
  await expect.poll(async () => (await waiting()).length, { timeout: 15_000 }).toBeGreaterThan(0);
  await kysely
    .updateTable('device_logins')
    .set({ state: 'approved', person: 'sre', authenticated_at: door.world.clock.now() })
    .where('state', '=', 'pending')
    .execute();
}

it('signs this machine in by the browser, keeps the session to its user, and signs it out', async () => {
  const state = emptyFolder();
  const env = { SEKISHO_URL: door.base, XDG_STATE_HOME: state, SEKISHO_KEYCHAIN: 'off' };
  const running = runCli(['login'], { env });
  await letIn();
  const { code, stdout, stderr } = await running;
  expect([code, stdout]).toEqual([0, expect.stringContaining('as sre')]);
  expect(stderr).toMatch(/\/device\?code=[B-Z]{4}-[B-Z]{4}/);
  expect(stdout + stderr).not.toContain('ses_');
  expect(stderr).toContain('a file that only your user can read');
  const [file = ''] = readdirSync(`${state}/sekisho/sessions`);
  expect(statSync(`${state}/sekisho/sessions/${file}`).mode & 0o777).toBe(0o600);
  const me = await runCli(['people', 'me', '--json'], { env });
  expect(JSON.parse(me.stdout)).toMatchObject({ principal: { id: 'sre', assurance: 'oidc' } });
  expect((await runCli(['logout'], { env })).code).toBe(0);
  expect((await runCli(['people', 'me'], { env })).code).toBe(5);
  const [newest] = await door.world.as('sre', 'timeline.list', { limit: 1 });
  expect(newest).toMatchObject({ action: 'session.end', data: { kind: 'device' } });
}, 60_000);

it('keeps the session under a passphrase, and moves one there that lay in clear', async () => {
  const state = emptyFolder();
  const bare = { SEKISHO_URL: door.base, XDG_STATE_HOME: state, SEKISHO_KEYCHAIN: 'off' };
  const running = runCli(['login'], { env: bare });
  await letIn();
  expect((await running).code).toBe(0);
  const [name = ''] = readdirSync(`${state}/sekisho/sessions`);
  const file = `${state}/sekisho/sessions/${name}`;
  const clear = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  expect(clear['token']).toMatch(/^ses_/);
  const env = { ...bare, SEKISHO_PASSPHRASE: 'correct horse battery' };
  expect((await runCli(['people', 'me'], { env })).code).toBe(0);
  expect(readFileSync(file, 'utf8')).not.toContain('ses_');
  const sealed = readFileSync(`${state}/sekisho/aws/secrets.sealed`, 'latin1');
  expect(sealed).not.toContain(clear['token']);
  const without = await runCli(['people', 'me'], { env: bare });
  expect([without.code, without.stderr]).toEqual([
    3,
    expect.stringContaining('SEKISHO_PASSPHRASE'),
  ]);
  expect((await runCli(['people', 'me'], { env })).code).toBe(0);
  // In clear again, as the first versions wrote it: signing out moves it, and leaves it nowhere.
  const { place: _, ...older } = clear;
  writeFileSync(file, JSON.stringify(older));
  expect((await runCli(['logout'], { env })).code).toBe(0);
  expect(readdirSync(`${state}/sekisho/sessions`)).toEqual([]);
  const { token: __, ...elsewhere } = clear;
  writeFileSync(file, JSON.stringify({ ...elsewhere, place: 'sealed' }), { mode: 0o600 });
  const after = await runCli(['people', 'me'], { env });
  expect(after.stderr).toContain('no longer in the keychain or the sealed file');
}, 90_000);

it('says that nobody is signed out, and keeps the session, unless the server says that it is over', async () => {
  let status = 502;
  const server = createServer((_, answer) => answer.writeHead(status).end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state = emptyFolder();
  const folder = `${state}/sekisho/sessions`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const kept = JSON.stringify({ url, expiresAt, place: 'file', token: 'ses_of-this-test' });
  writeFileSync(`${folder}/${encodeURIComponent(url)}.json`, kept, { mode: 0o600 });
  const env = { SEKISHO_URL: url, XDG_STATE_HOME: state, SEKISHO_KEYCHAIN: 'off' };
  const unsure = await runCli(['logout'], { env });
  expect(unsure).toMatchObject({
    ...{ code: 5, stdout: '' },
    stderr: expect.stringMatching(/HTTP 502.*sekisho session revoke/s),
  });
  expect(readdirSync(folder)).toHaveLength(1);
  status = 401;
  expect((await runCli(['logout'], { env })).code).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
  server.close();
}, 60_000);
