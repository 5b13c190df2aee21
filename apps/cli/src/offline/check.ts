import { readFile } from 'node:fs/promises';
import { checkConfig, type Problem, problemText } from '@sekisho/config';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { cleanJson, cleanLine } from '../print/clean.ts';
import { say } from '../sentences/say.ts';

/**
 * Prints every problem of a configuration file (`sekisho.yaml` unless named), with its place and fix.
 * Errors: `Failure` (exit code 2) when there is any, or when the file cannot be read.
 */
export async function check(host: Host, { words, options }: Asked): Promise<number> {
  const [file = 'sekisho.yaml'] = words;
  if (words.length > 1) {
    const facts = { value: words[1] ?? '', command: 'sekisho check' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const detail = String((error as NodeJS.ErrnoException).code);
    throw new Failure('bad-input', say(host, 'file-unreadable', { file, detail }));
  });
  const { problems } = checkConfig(text, file);
  const good = `${say(host, 'config-good', { file })}\n`;
  if (options.json === true) await host.stdout.write(`${cleanJson(problems.map(asData(host)))}\n`);
  else await host.stdout.write(problems.length === 0 ? good : linesOf(host, problems));
  if (problems.length === 0) return 0;
  throw new Failure('bad-input', say(host, 'config-bad', { file, count: problems.length }));
}

function linesOf({ language }: Host, problems: readonly Problem[]): string {
  return problems.map((problem) => `${cleanLine(problemText(problem, language))}\n`).join('');
}

function asData({ language }: Host) {
  return ({ text, ...place }: Problem) => ({ ...place, ...text[language] });
}
