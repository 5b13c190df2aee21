import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { newAgeKey } from '../support/age.ts';
import { freePort } from '../support/free-port.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { type Confinement, confined, signalInside, whyNot } from './support/confine.ts';
import { readImage } from './support/dockerfile.ts';
import { type Served, serveIn } from './support/run.ts';

/* The image's command, user, variables and file system, as the Dockerfile has them, where there is no engine. */

const installed = inject('installed');
const image = readImage();
const missing = installed.kind === 'missing' ? installed.why : whyNot();
if (missing !== null) console.warn(`The image's surroundings cannot be made here: ${missing}`);

const yaml = `
installation: tokyo
people:
  - { id: sre, name: { en: Hanako Sato, ja: 佐藤 花子 }, email: sre@example.com, groups: [sre], role: admin }
environments: {}
policies:
  - { id: sre, who: [group:sre], what: [ops-server], where: ['*'] }
`;

describe.skipIf(missing !== null)('in what a container of the image has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-confined-'));
  const [uid = 0, gid = 0] = image.user.map(Number);
  const place: Confinement = {
    ...{ root: join(folder, 'root'), config: join(folder, 'config'), data: join(folder, 'data') },
    ...{ node: process.execPath, user: image.user },
    modules: installed.kind === 'installed' ? join(installed.home, 'node_modules') : '',
  };
  const servers: Served[] = [];
  let postgres: Postgres;
  let env: Record<string, string>;

  beforeAll(async () => {
    for (const each of [place.root, place.config, place.data]) mkdirSync(each);
    chownSync(place.data, uid, gid);
    writeFileSync(join(place.config, 'sekisho.yaml'), yaml);
    postgres = await startPostgres();
    const port = String(await freePort());
    env = {
      ...image.env,
      SEKISHO_HOST: '127.0.0.1',
      SEKISHO_PORT: port,
      PATH: '/usr/sbin:/usr/bin',
    };
  });
  afterEach(async () => {
    for (const { child } of servers) child.kill('SIGKILL');
    await Promise.all(servers.splice(0).map((server) => server.ended));
  });
  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  });

  /** Runs a command in it to its end. */
  function inside(argv: readonly string[], more: Record<string, string> = {}) {
    const [command = '', ...args] = confined(place, argv);
    return spawnSync(command, args, {
      env: { ...env, ...more },
      encoding: 'utf8',
      timeout: 30_000,
    });
  }

  async function serve(more: Record<string, string>): Promise<Served> {
    const argv = confined(place, [...image.entrypoint, ...image.command]);
    const server = serveIn({ folder, url: '', env: { ...env, ...more } }, argv);
    servers.push(server);
    const ready = async () => (await fetch(url('/readyz')).catch(() => null))?.status;
    await expect.poll(ready, { timeout: 60_000, interval: 200 }).toBe(200);
    return server;
  }

  const url = (path: string) => `http://127.0.0.1:${String(env.SEKISHO_PORT)}${path}`;

  /** How it ends at the signal that an engine sends; an engine kills after ten seconds by itself. */
  async function endOf(server: Served): Promise<unknown> {
    const begun = performance.now();
    signalInside(server.child.pid ?? 0, 'SIGTERM');
    const how = await server.ended;
    expect(performance.now() - begun).toBeLessThan(10_000);
    return how;
  }

  test('the command helps without a shell, as nobody, on what it cannot write', () => {
    expect(inside([...image.entrypoint, '--help'])).toMatchObject({ status: 0, stderr: '' });
    expect(inside(['/bin/sh', '-c', 'true']).status).not.toBe(0);
    const write = `
      const { writeFileSync } = require('node:fs');
      const codeOf = (path) => { try { writeFileSync(path, ''); return 'written'; } catch (error) { return error.code; } };
      const places = ['/opt/sekisho/x', '/etc/sekisho/x', '/x', '/data/x', '/tmp/x'];
      console.log(process.pid, process.getuid(), process.getgroups().join(), ...places.map(codeOf));
    `;
    const { stdout } = inside([image.entrypoint[0] ?? '', '-e', write]);
    expect(stdout.trim()).toBe(`1 ${uid} ${gid} EROFS EROFS EROFS written written`);
  });

  test('serves on PostgreSQL, is found well by its own health check, and ends when told to', async () => {
    const server = await serve({ SEKISHO_DATABASE_URL: await postgres.createDatabase('sekisho') });
    expect(await (await fetch(url('/healthz'))).json()).toEqual({ ok: true });
    expect(inside(image.healthcheck).status).toBe(0);
    expect(image.stopSignal).toBe('SIGTERM');
    expect(await endOf(server)).toBe(0);
    expect(inside(image.healthcheck).status).toBe(1);
  });

  test('is backed up and brought back as the page says, with the password in a file', async () => {
    const [file, key] = ['/data/sekisho.backup', '/data/key.txt'];
    const { identity, recipient } = await newAgeKey();
    writeFileSync(join(place.data, 'key.txt'), identity);
    writeFileSync(join(place.data, 'password'), 'whatever the database trusts');
    const on = (url: string) => ({
      SEKISHO_DATABASE_URL: url,
      SEKISHO_DATABASE_PASSWORD_FILE: '/data/password',
    });
    const before = on(await postgres.createDatabase('before'));
    expect(await endOf(await serve(before))).toBe(0);
    const backup = ['backup', '--to', file, '--recipient', recipient];
    expect(inside([...image.entrypoint, ...backup], before)).toMatchObject({ status: 0 });
    const after = on(await postgres.createDatabase('after'));
    const restore = ['restore', '--from', file, '--identity', key];
    expect(inside([...image.entrypoint, ...restore], after)).toMatchObject({ status: 0 });
    expect(await endOf(await serve(after))).toBe(0);
  });

  test('says what to open where the configuration is shut to its user', () => {
    chmodSync(place.config, 0o700);
    const refused = inside([...image.entrypoint, ...image.command]);
    chmodSync(place.config, 0o755);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('chmod a+rX') });
  });

  test('keeps its own database in /data, and leaves its lock to the next when told to end', async () => {
    for (let time = 1; time <= 2; time += 1) expect(await endOf(await serve({}))).toBe(0);
  });
});
