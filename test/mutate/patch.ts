import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A small change that breaks one promise of the product; `test/mutate/patches/<name>.ts` exports it as `patch`. */
export interface Patch {
  /** What users can no longer rely on, in one sentence. */
  readonly promise: string;
  /** The source file, from the root of the tree. */
  readonly file: string;
  /** Text that is in the file exactly once, and what takes its place. */
  readonly find: string;
  readonly replace: string;
  /** Test files, one of whose tests must fail when the promise is broken. */
  readonly tests: readonly string[];
  /** Only tests whose full title matches this regular expression. */
  readonly title?: string;
  /** The tests need a real PostgreSQL. */
  readonly database?: 'postgres';
}

export interface NamedPatch extends Patch {
  readonly name: string;
}

const folder = fileURLToPath(new URL('patches/', import.meta.url));

/** Every patch there is, in order of name. */
export async function loadPatches(): Promise<readonly NamedPatch[]> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.ts'));
  return Promise.all(
    files.sort().map(async (file) => {
      const module = (await import(pathToFileURL(join(folder, file)).href)) as { patch: Patch };
      return { ...module.patch, name: file.replace(/\.ts$/, '') };
    }),
  );
}

/**
 * The text of the patched file.
 *
 * Errors: when the text to find is not there exactly once, or the patch changes nothing.
 */
export async function patchedText(root: string, patch: NamedPatch): Promise<string> {
  const text = await readFile(join(root, patch.file), 'utf8');
  const [before, after, ...more] = text.split(patch.find);
  if (before === undefined || after === undefined || more.length > 0) {
    const times = text.split(patch.find).length - 1;
    throw new Error(`${patch.name}: its text is in ${patch.file} ${times} times, not once`);
  }
  if (patch.find === patch.replace) throw new Error(`${patch.name} changes nothing`);
  return before + patch.replace + after;
}

/** Runs `work` while the patch is applied to the tree at `root`, and takes it out again. */
export async function withPatch<T>(
  root: string,
  patch: NamedPatch,
  work: () => Promise<T>,
): Promise<T> {
  const path = join(root, patch.file);
  const broken = await patchedText(root, patch);
  const sound = await readFile(path, 'utf8');
  await writeFile(path, broken);
  try {
    return await work();
  } finally {
    await writeFile(path, sound);
  }
}
