import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const scripts = fileURLToPath(new URL('../../scripts', import.meta.url));
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sekisho 導入-'));
  await cp(scripts, join(root, 'scripts'), { recursive: true });
  await writeFile(join(root, 'package-lock.json'), '{"packages":{}}');
  await mkdir(join(root, 'bin'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Runs `npm test` in a tree where nothing is installed, with a stand-in for npm. */
async function start(npm: string, environment: Readonly<Record<string, string>> = {}) {
  await writeFile(join(root, 'bin', 'npm'), `#!/bin/sh\n${npm}\n`);
  await chmod(join(root, 'bin', 'npm'), 0o755);
  const { npm_execpath: _, ...inherited } = process.env;
  const env = { ...inherited, PATH: `${join(root, 'bin')}:/usr/bin:/bin`, ...environment };
  return new Promise<{ code: number; said: string }>((resolve) => {
    const args = [join(root, 'scripts', 'run.mjs'), 'vitest'];
    execFile(process.execPath, args, { cwd: root, env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr });
    });
  });
}

describe('an installation that fails', () => {
  test('shows what npm said and that trying again is safe, without a trace', async () => {
    const { code, said } = await start(
      'echo "npm error network getaddrinfo ENOTFOUND" >&2; exit 1',
    );
    expect(code).toBe(1);
    expect(said).toContain('ENOTFOUND');
    expect(said).toContain('running the same command again starts afresh');
    expect(said).not.toContain('    at ');
  });

  test('is one that left the package "node" without its Node', async () => {
    const { code, said } = await start('exit 0');
    expect(code).toBe(1);
    expect(said).toContain('npm config set ignore-scripts false');
  });

  test('says that npm is missing', async () => {
    const { code, said } = await start('', { PATH: join(root, 'nowhere') });
    expect(code).toBe(1);
    expect(said).toContain('ENOENT');
    expect(said).not.toContain('    at ');
  });

  test.each(['/usr/lib/node_modules/pnpm/bin/pnpm.cjs', '/opt/yarn/lib/cli.js'])(
    'is asked of npm although %s started the script',
    async (npm_execpath) => {
      const { said } = await start('echo "asked: $*"; exit 1', { npm_execpath });
      expect(said).toContain('asked: ci --no-audit');
    },
  );
});
