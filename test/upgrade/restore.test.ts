import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, inject, test, vi } from 'vitest';
import { type Installation, install } from '../crash/support/installation.ts';
import { askAll, stopAll, untilAll } from '../crash/support/many.ts';
import { newAgeKey } from '../support/age.ts';
import { type Postgres, startPostgres } from '../support/postgres.ts';
import { installPrevious, type Previous, previousRelease } from './previous.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 });

const release = previousRelease();
const isPostgres = inject('database').kind === 'postgres';
if (isPostgres && release === null)
  console.warn('No backup of an earlier release is restored: there is no release before this one.');

const command = fileURLToPath(new URL('../../apps/cli/src/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sekisho-restore-'));
const houses: Installation[] = [];
let postgres: Postgres | null = null;
let previous: Previous | null = null;

afterEach(async () => {
  for (const house of houses.splice(0)) await house.close();
  await postgres?.stop();
  previous?.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe.skipIf(!isPostgres || release === null)(`a backup by ${release ?? 'a release'}`, () => {
  test('is brought back by this tree: every lease and entry is there, and the chain holds', async () => {
    previous = installPrevious(release ?? '');
    const { program, yaml } = previous;
    postgres = await startPostgres();
    const before = await postgres.createDatabase('before');
    const house = await install({ databaseUrl: before, quota: 100, edit: () => yaml });
    houses.push(house);
    const old = await house.start({ program });
    await old.ready;
    const ids = await askAll(house, [old], 4);
    await untilAll(house, ids, 'active');
    await stopAll(house, [old], ids.slice(0, 2));
    await untilAll(house, ids.slice(0, 2), 'ended');
    old.signal('SIGKILL');
    await old.ended;

    const { identity, recipient } = await newAgeKey();
    const [file, key] = [join(folder, 'sekisho.backup'), join(folder, 'key')];
    writeFileSync(key, identity);
    await sekisho(previous.command, ['backup', '--to', file, '--recipient', recipient], before);
    const after = await postgres.createDatabase('after');
    const restore = ['restore', '--from', file, '--identity', key, '--json'];
    const restored = JSON.parse(await sekisho(command, restore, after)) as Restored;

    const again = await install({ databaseUrl: after, quota: 100, edit: () => yaml });
    houses.push(again);
    await (await again.start()).ready;
    const { caller } = again;
    const rows = await caller.as('sre', 'ops.history', { limit: 1000 });
    expect(rows.map(({ id }) => id).sort()).toEqual(ids.toSorted());
    const ended = rows.filter(({ state }) => state === 'ended').map(({ id }) => id);
    expect(ended.sort()).toEqual(ids.slice(0, 2).sort());
    // What came after begins with the entry that tells of the restore.
    const entries = await caller.as('sre', 'timeline.export', { limit: 1000 });
    expect(entries.filter(({ number }) => number <= restored.newestEntry)).toHaveLength(
      restored.newestEntry,
    );
    expect(await caller.as('sre', 'timeline.verify', {})).toMatchObject({ ok: true, broken: null });
  });
});

interface Restored {
  readonly newestEntry: number;
}

/** Runs a command of Sekisho's on a database. Errors: with what it said. */
async function sekisho(main: string, words: readonly string[], url: string): Promise<string> {
  const env = { PATH: process.env.PATH ?? '', HOME: folder, SEKISHO_DATABASE_URL: url };
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...words], { env });
  return stdout;
}
