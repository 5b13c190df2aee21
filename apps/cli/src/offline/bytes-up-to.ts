import { createReadStream } from 'node:fs';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { standardInput } from './slo/standard-input.ts';

/**
 * All bytes of a file, or of standard input (`-`), or as many as show that they are more than `most`.
 * Errors: `Failure` (exit code 2), when it cannot be read.
 */
export async function bytesUpTo(host: Host, file: string, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const source = file === '-' ? standardInput().chunks : createReadStream(file);
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > most) break;
    }
  } catch (error) {
    const detail = String((error as NodeJS.ErrnoException).code);
    throw new Failure('bad-input', say(host, 'file-unreadable', { file, detail }));
  }
  return Buffer.concat(chunks);
}
