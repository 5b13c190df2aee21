import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from '../support/npm.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** An earlier release, with the dependencies that it was released with. */
export interface Previous {
  /** Its server's `main.ts`. */
  readonly program: string;
  /** Its command's `main.ts`. */
  readonly command: string;
  /** Practice's configuration as it was then. */
  readonly yaml: string;
  remove(): void;
}

/**
 * The release before what is checked out: the newest tag `vX.Y.Z` before HEAD, or the commit that
 * SEKISHO_PREVIOUS names; null when there is none yet, or when history is not here.
 */
export function previousRelease(): string | null {
  const named = process.env.SEKISHO_PREVIOUS;
  if (named) return named;
  const tags = ['describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*.[0-9]*.[0-9]*', 'HEAD^'];
  try {
    return git(tags).toString().trim();
  } catch {
    return null;
  }
}

/** Takes a release out of git and installs what it needs. Errors: with git's or npm's own words. */
export function installPrevious(release: string): Previous {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-previous-'));
  const tree = join(folder, 'tree');
  mkdirSync(tree);
  try {
    const archive = git(['archive', '--format=tar', `${release}^{commit}`]);
    execFileSync('tar', ['-x', '-C', tree], { input: archive });
    const words = ['ci', '--omit=dev', '--ignore-scripts', '--prefer-offline'];
    npm(tree, [...words, '--no-audit', '--no-fund', '--loglevel=error']);
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return {
    program: join(tree, 'apps', 'server', 'src', 'main.ts'),
    command: join(tree, 'apps', 'cli', 'src', 'main.ts'),
    yaml: readFileSync(join(tree, 'packages', 'practice', 'seed', 'sekisho.yaml'), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function git(words: readonly string[]): Buffer {
  return execFileSync('git', words, { cwd: root, stdio: 'pipe', maxBuffer: 512 * 1024 * 1024 });
}
