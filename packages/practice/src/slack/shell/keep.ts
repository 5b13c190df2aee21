import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SlackState } from '../state.ts';

/** Keeps the workspace on disk: the newest state is written as soon as the last write is done. */
export interface Keeper {
  save(state: SlackState): void;
  flush(): Promise<void>;
}

const FILE = 'slack.json';

/** Reads a workspace that was kept before, or undefined. Errors: when the file is not JSON. */
export async function loadState(directory: string): Promise<SlackState | undefined> {
  try {
    return JSON.parse(await readFile(join(directory, FILE), 'utf8')) as SlackState;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${join(directory, FILE)} cannot be read; move it away to start afresh`, {
      cause,
    });
  }
}

/** Starts keeping states in a directory; the file holds tokens, so only its owner may read it. */
export function keepIn(directory: string, onError: (cause: unknown) => void): Keeper {
  let wanted: SlackState | undefined;
  let writing: Promise<void> = Promise.resolve();

  async function writeNewest(): Promise<void> {
    if (wanted === undefined) return;
    const text = JSON.stringify(wanted);
    wanted = undefined;
    const file = join(directory, FILE);
    await mkdir(directory, { recursive: true });
    await writeFile(`${file}.new`, text, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }

  return {
    save(state) {
      wanted = state;
      writing = writing.then(writeNewest).catch(onError);
    },
    flush: () => writing,
  };
}
