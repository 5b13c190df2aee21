import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openEmbedded } from '@sekisho/core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newAgeKey } from '../../../test/support/age.ts';
import { openDoor, secret } from '../../../test/support/open-door.ts';
import { emptyFolder, practiceAt, runCli } from './run-cli.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

/** A data directory that no server has open, of an installation that is real. */
const data = emptyFolder();
const file = (name: string) => join(data, name);
const cli = (...args: string[]) => runCli(args, { cwd: data, env: { SEKISHO_DATA: data } });

beforeAll(async () => {
  const database = await openEmbedded(data);
  await database.kysely
    .insertInto('settings')
    .values({ key: 'installation', value: '"acme"' })
    .execute();
  await database.close();
});

describe('sekisho backup and restore', () => {
  it('keep a data directory under a key, for its owner alone, and bring it back', async () => {
    const { identity, recipient } = await newAgeKey();
    writeFileSync(file('key.txt'), `# made by a test\n${identity}\n`);
    const clear = await cli('backup', '--to', 'kept');
    expect(clear).toMatchObject({ code: 3, stderr: expect.stringContaining('--unencrypted') });
    expect(existsSync(file('kept'))).toBe(false);
    const kept = await cli('backup', '--to', 'kept', '--recipient', recipient, '--json');
    expect(kept).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(kept.stdout)).toMatchObject({ encrypted: true });
    expect(statSync(file('kept')).mode & 0o777).toBe(0o600);
    expect(readFileSync(file('kept'), 'latin1')).not.toContain('acme');
    expect(readdirSync(data).filter((name) => name.endsWith('.tmp'))).toEqual([]);

    const to = ['--to-database', 'pglite:again'];
    const locked = await cli('restore', '--from', 'kept', ...to);
    expect(locked).toMatchObject({ code: 2, stderr: expect.stringContaining('--identity') });
    expect(readdirSync(file('again'))).toEqual(['lock']);
    const back = await cli('restore', '--from', 'kept', '--identity', 'key.txt', ...to);
    expect(back).toMatchObject({ code: 0, stderr: '' });
    expect(back.stdout).toContain('sekisho recovery show');
    const twice = await cli('restore', '--from', 'kept', '--identity', 'key.txt', ...to);
    expect(twice).toMatchObject({ code: 4, stderr: expect.stringContaining('is not empty') });

    const database = await openEmbedded(file('again'));
    const settings = await database.kysely.selectFrom('settings').select('key').execute();
    expect(settings.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['installation', 'restored']),
    );
    await database.close();
  });

  it('leave nothing of a file that is no whole backup, and say what it is', async () => {
    expect((await cli('backup', '--to', 'whole', '--unencrypted')).code).toBe(0);
    writeFileSync(file('cut'), readFileSync(file('whole')).subarray(0, -9));
    writeFileSync(file('letter'), 'Dear Sekisho,\n');
    for (const [from, said] of [
      ['cut', 'ends too soon'],
      ['nowhere', 'ENOENT'],
    ] as const) {
      const ended = await cli('restore', '--from', from, '--to-database', 'new');
      expect(ended, from).toMatchObject({ code: 2, stderr: expect.stringContaining(said) });
      expect(existsSync(join(data, 'new', 'pglite'))).toBe(false);
    }
    const ja = await runCli(['restore', '--from', file('letter'), '--to-database', file('new')], {
      env: { LANG: 'ja_JP.UTF-8' },
    });
    expect(ja.stderr).toContain('バックアップではありません');
  });

  it('ask a server that runs for it, as an admin of practice, and take nothing torn', async () => {
    const door = await openDoor();
    const folder = practiceAt(door.url, secret);
    const asked = (...args: string[]) =>
      runCli(['backup', '--to', 'kept', ...args], { cwd: join(folder, '..') });
    const refused = await asked('--as', 'engineer');
    expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining('role admin') });
    expect(existsSync(join(folder, '..', 'kept'))).toBe(false);
    expect(await asked()).toMatchObject({ code: 0, stderr: '' });
    const whole = gunzipSync(readFileSync(join(folder, '..', 'kept'))).toString('utf8');
    expect(whole).toMatch(/^\{"sekisho":"backup",/);
    await door.close();

    const torn = createServer((_, answer) => {
      answer.writeHead(200, { 'repr-digest': 'sha-256=:AAAA:' }).end('half');
    });
    const { promise, resolve } = Promise.withResolvers<void>();
    torn.listen(0, '127.0.0.1', resolve);
    await promise;
    const { port } = torn.address() as { port: number };
    const there = practiceAt(`http://127.0.0.1:${port}`);
    const ended = await runCli(['backup', '--to', 'kept'], { cwd: join(there, '..') });
    expect(ended).toMatchObject({
      code: 5,
      stderr: expect.stringContaining('nothing was written'),
    });
    expect(readdirSync(join(there, '..'))).toEqual(['.sekisho']);
    torn.close();
  });
});
