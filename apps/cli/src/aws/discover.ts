import { readFile } from 'node:fs/promises';
import {
  type Comparison,
  compareAccounts,
  type Difference,
  knownAccounts,
  writeAccounts,
} from '@sekisho/config';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { replaceFile } from '../offline/aws/replace-file.ts';
import { cleanJson, cleanLine } from '../print/clean.ts';
import { say } from '../sentences/say.ts';
import { mapFileOf } from './asked-profile.ts';
import { organization } from './organization.ts';

/**
 * Prints the accounts of the organization that a sekisho.yaml has not by its own hand, as its
 * `accounts:`; says how the two differ; `--write` puts them into the file.
 * Errors: `Failure`: 2 when `--check` finds a difference, or where nobody can tell where in the file
 * they belong; 3 and 5 when AWS refuses or does not answer.
 */
export async function discover(host: Host, { words, options }: Asked): Promise<number> {
  const [extra] = words;
  if (extra !== undefined) {
    const facts = { value: extra, command: 'sekisho aws discover' };
    throw new Failure('bad-input', say(host, 'too-many-words', facts));
  }
  if (options['write'] === true && options['check'] === true) {
    const facts = { one: '--write', other: '--check' };
    throw new Failure('bad-input', say(host, 'aws-config-deeds', facts));
  }
  const file = mapFileOf(options);
  const text = await textOf(host, file);
  const found = await organization(host, options, text);
  const comparison = compareAccounts(knownAccounts(text), found);
  await tell(host, options, comparison);
  if (options['write'] === true) return write(host, file, text, comparison);
  const count = comparison.differences.length;
  if (options['check'] === true && count > 0)
    throw new Failure('bad-input', say(host, 'aws-discover-differs', { file, count }));
  return 0;
}

async function textOf(host: Host, file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    const detail = String((error as NodeJS.ErrnoException).code);
    if (detail === 'ENOENT') return '';
    throw new Failure('bad-input', say(host, 'file-unreadable', { file, detail }));
  });
}

async function tell(
  host: Host,
  options: Asked['options'],
  { differences, lines }: Comparison,
): Promise<void> {
  if (options.json === true) {
    await host.stdout.write(`${cleanJson({ accounts: lines, differences })}\n`);
    return;
  }
  const told = differences.map((one) => `${cleanLine(sentenceOf(host, one))}\n`);
  await host.stderr.write(told.join(''));
  if (options['write'] === true || options['check'] === true) return;
  await host.stdout.write(`accounts:\n${lines.map((line) => `  ${cleanLine(line)}\n`).join('')}`);
}

function sentenceOf(host: Host, { kind, id, name, what }: Difference): string {
  return say(host, `aws-discover-${kind}`, { id, name, what });
}

async function write(
  host: Host,
  file: string,
  before: string,
  { lines }: Comparison,
): Promise<number> {
  const text = writeAccounts(before, lines);
  if (text === null) throw new Failure('bad-input', say(host, 'aws-discover-nowhere', { file }));
  const isSame = text === before;
  try {
    if (!isSame) await replaceFile(file, Buffer.from(text, 'utf8'));
  } catch (error) {
    const detail = String((error as NodeJS.ErrnoException).code);
    throw new Failure('bad-input', say(host, 'file-unwritable', { file, detail }));
  }
  const count = lines.length;
  const sentence = isSame ? 'aws-config-same' : 'aws-discover-written';
  await host.stderr.write(`${say(host, sentence, { file, count })}\n`);
  return 0;
}
