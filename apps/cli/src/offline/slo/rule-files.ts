import { createReadStream } from 'node:fs';
import { maximumBytes } from '@sekisho/objectives/openslo';
import { type Problem, problemText } from '@sekisho/objectives/problems';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanLine } from '../../print/clean.ts';
import { say } from '../../sentences/say.ts';
import { standardInput } from './standard-input.ts';

/**
 * All bytes of a file, or of standard input (`-`), or as many as show that it is too large.
 * Errors: `Failure` (exit code 2), when it cannot be read.
 */
export async function bytesOf(host: Host, file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const source = file === '-' ? standardInput().chunks : createReadStream(file);
    for await (const chunk of source as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > maximumBytes) break;
    }
  } catch (error) {
    const detail = String((error as NodeJS.ErrnoException).code);
    throw new Failure('bad-input', say(host, 'file-unreadable', { file, detail }));
  }
  return Buffer.concat(chunks);
}

/**
 * Tells every problem, and that nothing was done.
 * @param sentence how it ends
 * Errors: `Failure`, when there is any.
 */
export async function refuse(
  host: Host,
  file: string,
  problems: readonly Problem[],
  sentence: 'rules-bad' | 'report-bad' | 'dashboard-bad' = 'rules-bad',
): Promise<void> {
  if (problems.length === 0) return;
  const lines = problems.map((one) => `${cleanLine(problemText(one, host.language))}\n`);
  await host.stderr.write(lines.join(''));
  throw new Failure('bad-input', say(host, sentence, { file, count: problems.length }));
}
