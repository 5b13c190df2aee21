import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

/** The package where others would have it, or why it could not be installed. */
export type Installed =
  | { readonly kind: 'installed'; readonly tarball: string; readonly home: string }
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
  project.provide('installed', install(home, tarball));
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

function install(home: string, tarball: string): Installed {
  try {
    const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
    npm(home, ['install', ...quick, '--fetch-retries=3', '--loglevel=error', tarball]);
    return { kind: 'installed', tarball, home };
  } catch (error) {
    // Where there is no registry this says so; where there must be one it fails.
    if (process.env.SEKISHO_REQUIRE_NPM) throw error;
    const { stderr } = error as { readonly stderr?: Buffer };
    return { kind: 'missing', why: String(stderr ?? error).trim() };
  }
}

/** The machine's npm, with the settings of its user and none of the command that runs these tests. */
function npm(cwd: string, args: readonly string[]): string {
  const own = /^npm_config_(registry|cache|proxy|https_proxy|cafile|userconfig|globalconfig)$/i;
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || own.test(name)),
  );
  return execFileSync('npm', args, { cwd, env, stdio: 'pipe', timeout: 110_000 }).toString();
}
