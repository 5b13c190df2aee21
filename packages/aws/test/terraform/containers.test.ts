import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { modulesFolder } from './terraform.ts';

/* The programs that stand in the hub's containers, as Node runs them. */

const run = promisify(execFile);
const text = readFileSync(join(modulesFolder, 'hub/containers.tf'), 'utf8');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sekisho-containers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('writes the files that a server starts with, and lets it use its scrap folder', async () => {
  const program = /prepare = <<-JS\n([\s\S]*?)\n +JS\n/.exec(text)?.[1] ?? '';
  const files = { 'sekisho.yaml': 'installation: 例\n', 'services/shop.yaml': 'kind: SLO\n' };
  const FILES = gzipSync(JSON.stringify(files)).toString('base64');
  const here = program.replaceAll('${local.folder}', folder).replaceAll("'/tmp'", `'${folder}'`);
  await run(process.execPath, ['-e', here], { env: { FILES } });
  for (const [name, wanted] of Object.entries(files)) {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(wanted);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o644);
  }
  expect(statSync(folder).mode & 0o7777).toBe(0o1777);
});

it.each([
  [200, 0],
  [503, 1],
])('takes a server that answers %d for one whose check ends with %d', async (status, code) => {
  const server = createServer((_, response) => response.writeHead(status).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const program = /healthy = "(.*)"/.exec(text)?.[1]?.replace('${local.port}', String(port)) ?? '';
  const ended = await run(process.execPath, ['-e', program]).then(
    () => 0,
    (error: { code: number }) => error.code,
  );
  server.close();
  expect(ended).toBe(code);
});
