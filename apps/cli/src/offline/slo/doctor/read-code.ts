import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { SourceFile } from '@sekisho/objectives/doctor';
import { Failure } from '../../../failure.ts';
import type { Host } from '../../../host.ts';
import { say } from '../../../sentences/say.ts';

const kinds = /\.(?:[cm]?[jt]s|conf)$/;
const passedOver = /^(?:\.|node_modules$|dist$|build$|coverage$)/;
const mostFiles = 5000;
const mostBytes = 512 * 1024;

/**
 * The code and the nginx configuration below a folder, for patches to be drafted against.
 * Errors: `Failure` (exit code 2), when it is no folder.
 */
export async function readCode(host: Host, folder: string): Promise<readonly SourceFile[]> {
  const root = resolve(host.cwd, folder);
  const paths: string[] = [];
  try {
    await gather(root, paths);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure('bad-input', say(host, 'file-unreadable', { file: folder, detail: code }));
  }
  const files: SourceFile[] = [];
  for (const path of paths.toSorted()) {
    const text = await readFile(path, 'utf8');
    files.push({ path: relative(root, path).replaceAll('\\', '/'), text });
  }
  return files;
}

async function gather(folder: string, paths: string[]): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (paths.length >= mostFiles) return;
    const path = join(folder, entry.name);
    if (passedOver.test(entry.name)) continue;
    if (entry.isDirectory()) await gather(path, paths);
    else if (entry.isFile() && kinds.test(entry.name) && (await stat(path)).size <= mostBytes)
      paths.push(path);
  }
}
