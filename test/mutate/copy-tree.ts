import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const house = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/**
 * Copies the tree as it stands, committed or not, to a temporary folder, and answers with its path.
 * Dependencies are links to ours, except that our own packages are those of the copy.
 */
export async function copyTree(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'sekisho-copy-'));
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { stdout } = await run('git', list, { cwd: house, maxBuffer: 1 << 26 });
  for (const path of stdout.split('\0').filter(Boolean)) {
    await cp(join(house, path), join(root, path)).catch(unlessGone);
  }
  await linkModules(join(house, 'node_modules'), join(root, 'node_modules'));
  for (const workspace of await ownWorkspaces()) {
    // Versions that npm could not share live beside their package.
    const nested = join(house, workspace, 'node_modules');
    await readdir(nested).then(
      () => symlink(nested, join(root, workspace, 'node_modules')),
      unlessGone,
    );
  }
  return root;
}

/** Removes a copy. */
export async function removeTree(root: string): Promise<void> {
  await rm(root, { recursive: true, force: true });
}

async function linkModules(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [there, here] = [join(from, entry.name), join(to, entry.name)];
    // A link of npm's (to a workspace, to a program) is relative: made again here, it leads into the copy.
    if (entry.isSymbolicLink()) await symlink(await readlink(there), here);
    else if (['.bin', '@sekisho'].includes(entry.name)) await linkModules(there, here);
    else if (!/^\.(vite|vitest|cache)/.test(entry.name)) await symlink(there, here);
  }
}

async function ownWorkspaces(): Promise<readonly string[]> {
  const lock = JSON.parse(await readFile(join(house, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>;
  };
  return Object.keys(lock.packages).filter(
    (path) => dirname(path) !== '.' && !/node_modules/.test(path),
  );
}

/** Someone may be editing the tree meanwhile: a file that went away is not part of it. */
function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
