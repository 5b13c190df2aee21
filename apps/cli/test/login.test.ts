import { readdirSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LoginDoor, openLoginDoor } from '../../../test/support/login-door.ts';
import { emptyFolder, runCli } from './run-cli.ts';

let door: LoginDoor;
beforeAll(async () => {
  door = await openLoginDoor();
});
afterAll(() => door.close());

it('signs this machine in by the browser, keeps the session to its user, and signs it out', async () => {
  const state = emptyFolder();
  const env = { SEKISHO_URL: door.base, XDG_STATE_HOME: state };
  const { kysely } = door.world.database;
  const running = runCli(['login'], { env });
  // The code is on its terminal; here it is let in as the browser would.
  const waiting = async () =>
    kysely.selectFrom('device_logins').selectAll().where('client', '=', hostname()).execute();
  await expect.poll(async () => (await waiting()).length, { timeout: 15_000 }).toBeGreaterThan(0);
  await kysely
    .updateTable('device_logins')
    .set({ state: 'approved', person: 'sre', authenticated_at: door.world.clock.now() })
    .where('client', '=', hostname())
    .execute();
  const { code, stdout, stderr } = await running;
  expect([code, stdout]).toEqual([0, expect.stringContaining('as sre')]);
  expect(stderr).toMatch(/\/device\?code=[B-Z]{4}-[B-Z]{4}/);
  expect(stdout + stderr).not.toContain('ses_');
  const [file = ''] = readdirSync(`${state}/sekisho/sessions`);
  expect(statSync(`${state}/sekisho/sessions/${file}`).mode & 0o777).toBe(0o600);
  const me = await runCli(['people', 'me', '--json'], { env });
  expect(JSON.parse(me.stdout)).toMatchObject({ principal: { id: 'sre', assurance: 'oidc' } });
  expect((await runCli(['logout'], { env })).code).toBe(0);
  expect((await runCli(['people', 'me'], { env })).code).toBe(5);
  const [newest] = await door.world.as('sre', 'timeline.list', { limit: 1 });
  expect(newest).toMatchObject({ action: 'session.end', data: { kind: 'device' } });
}, 60_000);
