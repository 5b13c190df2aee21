import { glob, open, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type LogFiles, SourceError, type TailedFile } from '@sekisho/core/sources';

const pieceSize = 256 * 1024;

/** Files on this machine's own disk. @param base folder that patterns are relative to; where the server was started without */
export function createLogFiles(base = '.'): LogFiles {
  return { list: (patterns) => list(patterns.map((pattern) => resolve(base, pattern))), read };
}

async function list(patterns: readonly string[]): Promise<readonly TailedFile[]> {
  const named = new Set<string>();
  for (const pattern of patterns) for await (const path of glob(pattern)) named.add(resolve(path));
  const plain = patterns.filter((pattern) => !/[*?[{]/.test(pattern)).map((path) => resolve(path));
  // A file that rotation has just taken away still tells where its other names lie.
  const beside = await rotatedNames(new Set([...named, ...plain]));
  const found = new Map<string, TailedFile>();
  for (const path of [...named, ...beside]) {
    const file = await describe(path, named.has(path));
    // A file of two names is one file.
    if (file !== null && !found.has(file.id)) found.set(file.id, file);
  }
  return [...found.values()];
}

/** What lies beside files under their names with an ending: `.1`, `.2.gz`, `-20261004`. */
async function rotatedNames(paths: ReadonlySet<string>): Promise<readonly string[]> {
  const rotated: string[] = [];
  for (const [folder, all] of Map.groupBy(paths, dirname)) {
    const names = all.map((path) => basename(path));
    const entries = await readdir(folder).catch(() => []);
    for (const entry of entries.toSorted((a, b) => (a < b ? -1 : 1)))
      if (names.some((name) => entry.startsWith(`${name}.`) || entry.startsWith(`${name}-`)))
        rotated.push(join(folder, entry));
  }
  return rotated.filter((path) => !paths.has(path));
}

async function describe(path: string, named: boolean): Promise<TailedFile | null> {
  try {
    const about = await stat(path, { bigint: true });
    if (!about.isFile()) return null;
    return { path, id: `${about.dev}:${about.ino}`, size: Number(about.size), named };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw failure(path, error);
  }
}

async function* read({ path, id }: TailedFile, from: number): AsyncIterable<Uint8Array> {
  const handle = await open(path).catch((error: unknown) => {
    throw failure(path, error);
  });
  try {
    const { dev, ino } = await handle.stat({ bigint: true });
    if (`${dev}:${ino}` !== id) throw new SourceError('gone', `${path} is another file now`);
    const buffer = Buffer.allocUnsafe(pieceSize);
    for (let position = from; ; ) {
      const { bytesRead } = await handle.read(buffer, 0, pieceSize, position);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      position += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

function failure(path: string, error: unknown): SourceError {
  const code = codeOf(error);
  const meaning =
    code === 'ENOENT' ? 'gone' : code === 'EACCES' || code === 'EPERM' ? 'denied' : 'unreachable';
  return new SourceError(meaning, `${path}: ${code ?? 'unknown error'}`, { cause: error });
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
