import { execFile } from 'node:child_process';
import { posix } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the code of a plan stands, and the folders in which the change has files; from the top of the repository. */
export interface Directories {
  readonly root: string;
  readonly changed: readonly string[];
}

/** As many as Sekisho takes; a change of more is everywhere. */
const mostFolders = 5000;

/**
 * What was changed since a commit, by git alone: nothing of the repository is run.
 * Null when git cannot tell, as in a checkout that does not reach back so far.
 * @param folder of the code
 * @param base the commit before the change
 */
export async function changedFolders(folder: string, base: string): Promise<Directories | null> {
  const git = async (...words: string[]) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    return (await run('git', words, options)).stdout;
  };
  try {
    const root = (await git('rev-parse', '--show-prefix')).trim();
    const plain = ['--name-only', '--no-renames', '--no-ext-diff', '--no-textconv', '-z'];
    const files = (await git('diff', ...plain, base, 'HEAD', '--')).split('\0').filter(Boolean);
    const folders = new Set(files.map((file) => posix.dirname(file)));
    if (folders.size > mostFolders) return null;
    return { root: root.replace(/\/$/, ''), changed: [...folders] };
  } catch {
    return null;
  }
}
