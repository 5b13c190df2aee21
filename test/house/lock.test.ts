import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, test } from 'vitest';

const lockModule = new URL('../../scripts/lock.mjs', import.meta.url).href;
const cwd = fileURLToPath(new URL('../..', import.meta.url));
let TMPDIR: string;
const started: ChildProcess[] = [];

beforeEach(async () => {
  TMPDIR = await mkdtemp(join(tmpdir(), 'sekisho-lock-'));
});
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await rm(TMPDIR, { recursive: true, force: true });
});

/** A process that works alone until its standard input ends. */
function worker() {
  const program = `import { alone } from '${lockModule}';
    await alone('test', async () => { console.log('working'); await process.stdin.toArray(); });
    console.log('done');`;
  const args = ['--input-type=module', '--eval', program];
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, TMPDIR } });
  started.push(child);
  let said = '';
  const heard = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => said.includes(text) && resolve();
      for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
      child.once('close', () => reject(new Error(`ended without “${text}”: ${said}`)));
      look();
    });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return { child, heard };
}

async function ended(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.stdin?.end();
  await closed;
}

describe('the lock of the scripts', () => {
  test('makes a second command wait, which says so, until the first is done', async () => {
    const first = worker();
    await first.heard('working');
    const second = worker();
    await second.heard('Waiting for another command in this folder');
    await ended(first.child);
    await second.heard('working');
    await ended(second.child);
  });

  test('is taken over from a process that was killed', async () => {
    const first = worker();
    await first.heard('working');
    first.child.kill('SIGKILL');
    await once(first.child, 'close');
    const second = worker();
    await second.heard('working');
    await ended(second.child);
  });

  test('is taken over from a process that was killed before it had signed', async () => {
    const first = worker();
    await first.heard('working');
    const [name = ''] = await readdir(TMPDIR);
    await ended(first.child);
    await mkdir(join(TMPDIR, name));
    await writeFile(join(TMPDIR, name, 'owner'), '');
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(join(TMPDIR, name), longAgo, longAgo);
    const second = worker();
    await second.heard('working');
    await ended(second.child);
  });
});
