import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Keeps a practice service on disk: the newest state is written as soon as the last write is done. */
export interface Keeper<State> {
  save(state: State): void;
  flush(): Promise<void>;
}

/** Reads a state that was kept before, or undefined. Errors: when the file is not JSON. */
export async function loadState<State>(path: string): Promise<State | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as State;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${path} cannot be read; move it away to start afresh`, {
      cause,
    });
  }
}

/** Starts keeping states in a file; it holds tokens, so only its owner may read it. */
export function keepIn<State>(path: string, onError: (cause: unknown) => void): Keeper<State> {
  let wanted: State | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function writeNewest(): Promise<void> {
    if (wanted === undefined) return;
    const text = JSON.stringify(wanted);
    wanted = undefined;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.new`, text, { mode: 0o600 });
    await rename(`${path}.new`, path);
  }

  return {
    save(state) {
      wanted = state;
      writing = writing.then(writeNewest).catch(onError);
    },
    flush: () => writing,
  };
}
