import { glob, readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { LogFile } from './log-file.ts';

/** What was asked for and is not there. */
export interface NotFound {
  readonly word: string;
  /** `none`: the pattern fits no file, or the folder holds none; otherwise the system's code, such as ENOENT. */
  readonly code: string;
}

export interface Found {
  readonly files: readonly LogFile[];
  readonly missing: readonly NotFound[];
}

/**
 * Finds the files that words name: a path, a pattern (`logs/*.gz`, `**`), a folder (everything
 * below it but dot files), or `-` for standard input. A file that is named twice, by whatever
 * path, is found once: counting it twice would count its events twice.
 * @param cwd absolute folder that relative paths begin at
 */
export async function findFiles(words: readonly string[], cwd: string): Promise<Found> {
  const files = new Map<string, LogFile>();
  const missing: NotFound[] = [];
  for (const word of words) {
    if (word === '-') {
      files.set('-', { name: '-', path: null, size: 0 });
      continue;
    }
    const found = await filesOf(word, cwd).catch(codeOfError);
    if (typeof found === 'string') missing.push({ word, code: found });
    else for (const file of found) if (!files.has(file.key)) files.set(file.key, file);
  }
  return {
    files: [...files.values()].map(({ name, path, size }) => ({ name, path, size })),
    missing,
  };
}

interface KeyedFile extends LogFile {
  readonly key: string;
}

async function filesOf(word: string, cwd: string): Promise<readonly KeyedFile[] | string> {
  const path = resolve(cwd, word);
  const code = await codeOf(path);
  if (code === null) {
    const paths = await below(path);
    return paths.length === 0
      ? 'none'
      : Promise.all(paths.map((each) => describe(each, cwd, word)));
  }
  if (code !== 'ENOENT' || !/[*?[{]/.test(word)) return code;
  const fitting: string[] = [];
  for await (const each of glob(word, { cwd })) fitting.push(each);
  const nested = await Promise.all(fitting.toSorted().map((each) => below(resolve(cwd, each))));
  const paths = nested.flat();
  return paths.length === 0 ? 'none' : Promise.all(paths.map((each) => describe(each, cwd, word)));
}

async function codeOf(path: string): Promise<string | null> {
  try {
    await stat(path);
    return null;
  } catch (error) {
    return codeOfError(error);
  }
}

/** The system's code. Errors: throws on what is no error of the system's. */
function codeOfError(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return code;
}

/**
 * The file itself, or every file below a folder, in the order of their names.
 * @param above keys of the folders on the way here: a link that leads back into one holds nothing new
 */
async function below(path: string, above: readonly string[] = []): Promise<readonly string[]> {
  const entry = await stat(path);
  if (!entry.isDirectory()) return [path];
  const key = keyOf(entry);
  if (above.includes(key)) return [];
  const entries = await readdir(path, { withFileTypes: true });
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  const names = visible.map(({ name }) => name).toSorted();
  const inside = names.map((name) => belowIfThere(join(path, name), [...above, key]));
  return (await Promise.all(inside)).flat();
}

/** What a folder lists may have gone, and a link may lead nowhere: neither holds a log. */
async function belowIfThere(path: string, above: readonly string[]): Promise<readonly string[]> {
  return below(path, above).catch((error: unknown) => {
    if (codeOfError(error) === 'ENOENT') return [];
    throw error;
  });
}

function keyOf({ dev, ino }: { readonly dev: number; readonly ino: number }): string {
  return `${dev}:${ino}`;
}

/** Its key is the file behind every link and name. */
async function describe(path: string, cwd: string, word: string): Promise<KeyedFile> {
  const entry = await stat(path);
  const name = path === resolve(cwd, word) ? word : relative(cwd, path);
  return { key: keyOf(entry), name, path, size: entry.size };
}
