import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const build = fileURLToPath(new URL('../../../scripts/publish/beacon.ts', import.meta.url));

describe('what is published', () => {
  const dist = mkdtempSync(join(tmpdir(), 'sekisho-beacon-'));
  const read = (file: string) => readFileSync(join(dist, file), 'utf8');
  beforeAll(() => void execFileSync(process.execPath, [build, dist], { stdio: 'pipe' }), 60_000);
  afterAll(() => rmSync(dist, { recursive: true, force: true }));

  it('is less than 2 kB of what a page loads', () => {
    expect(gzipSync(read('beacon.js')).length).toBeLessThan(2000);
  });

  it('is a script for pages without a bundler', () => {
    const page = createContext({});
    runInContext(read('beacon.js'), page);
    expect(runInContext('typeof sekisho.startBeacon', page)).toBe('function');
  });

  it('is a module with types that needs nothing else', async () => {
    expect(read('index.js')).not.toMatch(/^\s*import\b/m);
    const { exports } = JSON.parse(read('package.json')) as {
      exports: { '.': { types: string; default: string } };
    };
    expect(read(exports['.'].types)).toContain('startBeacon');
    const module = (await import(join(dist, exports['.'].default))) as { startBeacon: unknown };
    expect(module.startBeacon).toBeTypeOf('function');
  });
});
