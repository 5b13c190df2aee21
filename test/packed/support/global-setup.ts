import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { npm } from '../../support/npm.ts';

/** The package where others would have it, or why it could not be installed. */
export type Installed =
  | { readonly kind: 'installed'; readonly dist: string; readonly home: string }
  | { readonly kind: 'missing'; readonly why: string };

declare module 'vitest' {
  export interface ProvidedContext {
    installed: Installed;
  }
}

const publish = fileURLToPath(new URL('../../../scripts/publish/sekisho.ts', import.meta.url));

/** Packs Sekisho and installs the tarball into an empty directory away from the repository. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-packed-'));
  const dist = join(folder, 'dist');
  const home = join(folder, 'home');
  execFileSync(process.execPath, [publish, dist], { stdio: 'pipe' });
  const tarball = join(folder, npm(folder, ['pack', '--silent', './dist']).trim());
  mkdirSync(home);
  project.provide('installed', install(dist, home, tarball));
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function install(dist: string, home: string, tarball: string): Installed {
  try {
    const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
    npm(home, ['install', ...quick, '--fetch-retries=3', '--loglevel=error', tarball]);
    return { kind: 'installed', dist, home };
  } catch (error) {
    // Where there is no registry this says so; where there must be one it fails.
    if (process.env.SEKISHO_REQUIRE_NPM) throw error;
    const { stderr } = error as { readonly stderr?: Buffer };
    return { kind: 'missing', why: String(stderr ?? error).trim() };
  }
}
