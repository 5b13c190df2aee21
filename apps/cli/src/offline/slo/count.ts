import {
  type Counted,
  countFiles,
  findFiles,
  mergeCounted,
  type OneOfMany,
} from '@sekisho/counting';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanJson } from '../../print/clean.ts';
import { styleOf } from '../../print/style.ts';
import { say } from '../../sentences/say.ts';
import { countAsData } from './count-data.ts';
import { countProgress } from './count-progress.ts';
import { countText, unparsedText } from './count-text.ts';
import { readFormat } from './read-format.ts';
import { readSli } from './read-sli.ts';

/**
 * Counts log files into minutes: as JSON, or as a summary for people.
 * Errors: `Failure` (exit code 2) when an option or a file is wrong, when a file is damaged (what
 * came before the damage is printed), and with `--strict` when a line could not be counted.
 */
export async function count(host: Host, { words, options }: Asked): Promise<number> {
  const sli = readSli(host, options);
  if (words.length === 0) throw new Failure('bad-input', say(host, 'slo-no-file'));
  const { files, missing } = await findFiles(words, host.cwd);
  const [absent] = missing;
  if (absent !== undefined) throw missingFile(host, absent.word, absent.code);
  const format = await readFormat(host, options, files);
  const progress = countProgress(host, files, options);
  let all: readonly OneOfMany[];
  try {
    all = await countFiles(files, { format, sli }, progress.heard);
  } catch (error) {
    throw unreadable(host, error);
  } finally {
    await progress.end();
  }
  const counted = mergeCounted(all.map((one) => one.counted));
  await print(host, options, counted, all);
  return verdict(host, options, counted, all);
}

async function print(
  host: Host,
  options: Asked['options'],
  counted: Counted,
  all: readonly OneOfMany[],
): Promise<void> {
  if (options.json !== true)
    return host.stdout.write(countText(counted, all, styleOf(host, options)));
  await host.stdout.write(`${cleanJson(countAsData(counted))}\n`);
  const text = unparsedText(host, counted, all);
  if (text !== null) await host.stderr.write(`${text}\n`);
}

function verdict(
  host: Host,
  options: Asked['options'],
  counted: Counted,
  all: readonly OneOfMany[],
): number {
  const damaged = all.find(({ damage }) => damage !== null);
  if (damaged !== undefined) {
    const facts = { file: damaged.file.name, detail: damaged.damage ?? '' };
    throw new Failure('bad-input', say(host, 'slo-damaged', facts));
  }
  const unparsed = counted.unparsed.reduce((sum, each) => sum + each.count, 0);
  if (options.strict !== true || unparsed === 0) return 0;
  const facts = { count: unparsed, lines: counted.lines };
  throw new Failure('bad-input', say(host, 'slo-strict', facts));
}

function missingFile(host: Host, file: string, code: string): Failure {
  const sentence = code === 'none' ? 'slo-no-match' : 'slo-file-missing';
  return new Failure('bad-input', say(host, sentence, { file, detail: code }));
}

/** A file that was there and cannot be read. Anything else is a bug and goes on. */
function unreadable(host: Host, error: unknown): unknown {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || path === undefined) return error;
  return missingFile(host, path, code);
}
