import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

/** A database that takes calls and never says a word. */
async function silentDatabase() {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    called: once(server, 'connection'),
    url: `postgres://sekisho@127.0.0.1:${port}/sekisho`,
  };
}

test('ends when it is told to while it only begins, and as one who was told', async () => {
  const { called, url } = await silentDatabase();
  const data = await mkdtemp(join(tmpdir(), 'sekisho-main-'));
  onTestFinished(() => rm(data, { recursive: true, force: true }));
  const env = { ...process.env, SEKISHO_DATA: data, SEKISHO_DATABASE_URL: url };
  const child = spawn(process.execPath, [main, 'practice', 'server'], { cwd: data, env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  await Promise.race([called, ended]);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
