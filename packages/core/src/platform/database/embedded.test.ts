import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyStored } from '../../timeline/index.ts';
import { openEmbedded } from './database.ts';
import { lockDirectory } from './directory-lock.ts';

const program = fileURLToPath(
  new URL('../../../test/programs/write-until-killed.ts', import.meta.url),
);
const seed = fileURLToPath(new URL('../../../../practice/seed/sekisho.yaml', import.meta.url));
let directory: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sekisho-embedded-'));
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

/** Starts the program that writes; its standard output is the numbers it was told are committed. */
function startWriting(first: number) {
  const args = [program, directory, seed, String(first)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  return { child, lines: createInterface({ input: child.stdout }) };
}

it('loses no acknowledged row however often its process is killed, and lets no second process in', async () => {
  let acknowledged = 0;
  for (const kill of [1, 2, 3]) {
    const { child, lines } = startWriting(acknowledged + 1);
    let seen = 0;
    for await (const line of lines) {
      acknowledged = Math.max(acknowledged, Number(line));
      seen += 1;
      if (seen === 20 && kill === 2) {
        const refused = /Another Sekisho is using .*SEKISHO_DATA/;
        await expect(openEmbedded(directory)).rejects.toThrow(refused);
        expect(child.exitCode).toBeNull();
      }
      // What it says after the signal was committed before it, and counts.
      if (seen === 20 + kill * 7) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    expect(seen).toBeGreaterThanOrEqual(20);
  }
  const database = await openEmbedded(directory);
  const rows = await database.kysely.selectFrom('settings').select('value').execute();
  const kept = new Set(rows.map(({ value }) => value));
  const wanted = Array.from({ length: acknowledged }, (_, at) => at + 1);
  expect(wanted.filter((number) => !kept.has(number))).toEqual([]);
  const verdict = await verifyStored(database, []);
  expect(verdict).toMatchObject({ ok: true, entries: kept.size });
  await expect(openEmbedded(directory)).rejects.toThrow('Another Sekisho');
  await database.close();
  // Once it is closed, the next may have it.
  lockDirectory(directory).release();
}, 240_000);
