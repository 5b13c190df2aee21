import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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
  // As versions before this one wrote it: without a place.
  const { place: _, ...older } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  expect(older['token']).toMatch(/^ses_/);
  writeFileSync(file, JSON.stringify(older));
  const env = { ...bare, SEKISHO_PASSPHRASE: 'correct horse battery' };
  expect((await runCli(['people', 'me'], { env })).code).toBe(0);
  expect(readFileSync(file, 'utf8')).not.toContain('ses_');
  const sealed = readFileSync(`${state}/sekisho/aws/secrets.sealed`, 'latin1');
  expect(sealed).not.toContain(older['token']);
  const without = await runCli(['people', 'me'], { env: bare });
  expect([without.code, without.stderr]).toEqual([
    3,
    expect.stringContaining('SEKISHO_PASSPHRASE'),
  ]);
  expect((await runCli(['people', 'me'], { env })).code).toBe(0);
  expect((await runCli(['logout'], { env })).code).toBe(0);
  expect(readdirSync(`${state}/sekisho/sessions`)).toEqual([]);
}, 90_000);
