import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Host } from '../../host.ts';
import { replaceFile } from '../../offline/aws/replace-file.ts';
import { holdLock } from './hold-lock.ts';
import { deriveKey, type SealKey, saltOf, seal, unseal } from './seal.ts';
import type { Vault } from './vault.ts';

/** The file is there, and its passphrase is another one, or somebody changed it. */
export class Unopened extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`${file} cannot be opened`);
    this.name = 'Unopened';
    this.file = file;
  }
}

export interface SealedFile {
  readonly host: Pick<Host, 'sleep'>;
  readonly file: string;
  /** Asked once, when it is first needed. @param isNew nothing is sealed yet */
  readonly passphrase: (isNew: boolean) => Promise<string>;
}

type Kept = Readonly<Record<string, string>>;

/**
 * A vault in one file under a passphrase. Writers take turns, readers see one writer's whole work,
 * and a process that dies at any moment leaves the old file or the new one.
 * Errors: `Unopened`, those of the file system, and what `passphrase` throws.
 */
export function sealedFile({ host, file, passphrase }: SealedFile): Vault {
  let key: SealKey | null = null;
  let secret: Promise<string> | null = null;
  const keyFor = async (salt: Buffer | null) => {
    if (key !== null && (salt === null || key.salt.equals(salt))) return key;
    secret ??= passphrase(salt === null);
    key = await deriveKey(await secret, salt ?? undefined);
    return key;
  };
  const load = async (): Promise<Kept> => {
    const sealed = await readFile(file).catch(absent);
    if (sealed === null) return {};
    const salt = saltOf(sealed);
    const text = salt === null ? null : unseal(sealed, await keyFor(salt));
    if (text === null) throw new Unopened(file);
    return JSON.parse(text) as Kept;
  };
  const change = async (turn: (kept: Kept) => Kept) => {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await holdLock(host, `${file}.lock`, async () => {
      const kept = turn(await load());
      await removeLeftovers(file);
      await replaceFile(file, seal(JSON.stringify(kept), await keyFor(null)));
    });
  };
  return {
    read: async (name) => (await load())[name] ?? null,
    write: async (name, text) => change((kept) => ({ ...kept, [name]: text })),
    remove: async (name) => change(({ [name]: _gone, ...others }) => others),
  };
}

function absent(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw error;
}

/** What a writer that was killed had not yet put in place. */
async function removeLeftovers(file: string): Promise<void> {
  const names = await readdir(dirname(file));
  const left = names.filter((name) => name.startsWith(`${basename(file)}.sekisho-`));
  await Promise.all(left.map((name) => rm(join(dirname(file), name), { force: true })));
}
