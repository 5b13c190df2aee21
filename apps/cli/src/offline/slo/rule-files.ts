import { maximumBytes } from '@sekisho/objectives/openslo';
import { type Problem, problemText } from '@sekisho/objectives/problems';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanLine } from '../../print/clean.ts';
import { say } from '../../sentences/say.ts';
import { bytesUpTo } from '../bytes-up-to.ts';

/**
 * All bytes of a definition, or of standard input (`-`), or as many as show that it is too large.
 * Errors: `Failure` (exit code 2), when it cannot be read.
 */
export function bytesOf(host: Host, file: string): Promise<Uint8Array> {
  return bytesUpTo(host, file, maximumBytes);
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
