import { readFile } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';

/** The text of a sekisho.yaml. Errors: `Failure` (exit code 2) when it cannot be read. */
export async function readConfig(host: Host, file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    const detail = String((error as NodeJS.ErrnoException).code);
    throw new Failure('bad-input', say(host, 'file-unreadable', { file, detail }));
  });
}
