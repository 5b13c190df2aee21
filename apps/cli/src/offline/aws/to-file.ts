import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { mergeSections, type Section } from '@sekisho/accounts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanLine } from '../../print/clean.ts';
import { say } from '../../sentences/say.ts';
import { replaceFile } from './replace-file.ts';

/** What is done to a file: written, only compared, or only shown. */
export type Deed = 'write' | 'check' | 'dryRun';

interface Wanted {
  readonly sections: readonly Section[];
  /** Null when nothing says which. */
  readonly file: string | null;
}

/**
 * Does something to a file that shall hold sections between our markers.
 * Errors: `Failure`: 2 when the file cannot be read, written, or told apart from ours; 4 when `check`
 * finds it out of date.
 */
export async function doToFile(
  host: Host,
  deed: Deed,
  { sections, file }: Wanted,
): Promise<number> {
  if (file === null) throw new Failure('bad-input', say(host, 'aws-config-which-file'));
  const before = await textOf(host, file);
  const merged = mergeSections(before, sections);
  if ('torn' in merged) {
    const facts = { file, line: merged.line, why: say(host, `aws-config-${merged.torn}`) };
    throw new Failure('bad-input', say(host, 'aws-config-torn', facts));
  }
  for (const head of merged.kept)
    await host.stderr.write(`${cleanLine(say(host, 'aws-config-kept', { head, file }))}\n`);
  const isSame = merged.text === before;
  if (deed === 'dryRun') {
    await host.stdout.write(isSame ? '' : await shownDiff(file, before, merged.text));
    return 0;
  }
  if (deed === 'check' && !isSame) {
    throw new Failure('conflict', say(host, 'aws-config-stale', { file }));
  }
  if (!isSame) await write(host, file, merged.text);
  const sentence = deed === 'check' || isSame ? 'aws-config-same' : 'aws-config-written';
  await host.stdout.write(
    `${say(host, sentence, { file, count: sections.length - merged.kept.length })}\n`,
  );
  return 0;
}

/** Every byte is a character of its own, so that what is no UTF-8 comes back as it was. */
const bytewise = 'latin1';

async function textOf(host: Host, file: string): Promise<string> {
  return readFile(file, bytewise).catch((error: unknown) => {
    const detail = String((error as NodeJS.ErrnoException).code);
    if (detail === 'ENOENT') return '';
    throw new Failure('bad-input', say(host, 'file-unreadable', { file, detail }));
  });
}

async function write(host: Host, file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await replaceFile(file, Buffer.from(text, bytewise));
  } catch (error) {
    const detail = String((error as NodeJS.ErrnoException).code);
    throw new Failure('bad-input', say(host, 'file-unwritable', { file, detail }));
  }
}

async function shownDiff(file: string, before: string, after: string): Promise<string> {
  // All of doctor comes with it: only who wants to see a difference waits for that.
  const { unifiedDiff } = await import('@sekisho/objectives/doctor');
  const readable = (text: string) => Buffer.from(text, bytewise).toString('utf8');
  return unifiedDiff({
    path: file.replace(/^\/+/, ''),
    before: readable(before),
    after: readable(after),
  })
    .split('\n')
    .map(cleanLine)
    .join('\n');
}
