import {
  type Counted,
  countFiles,
  findFiles,
  type LogFile,
  type LogFormat,
  mergeCounted,
  type OneOfMany,
  type Sli,
} from '@sekisho/counting';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';
import { countProgress } from './count-progress.ts';
import { readFormat } from './read-format.ts';

/** Log files that are there, and how they are to be read. */
export interface Logs {
  readonly files: readonly LogFile[];
  readonly format: LogFormat;
}

/** What log files held, together and each. */
export interface LogsCounted {
  readonly counted: Counted;
  readonly all: readonly OneOfMany[];
}

/**
 * The logs that words name, in the format that the options name.
 * Errors: `Failure` (exit code 2), when one is not there or its format is not certain.
 */
export async function findLogs(
  host: Host,
  words: readonly string[],
  options: Asked['options'],
): Promise<Logs> {
  const { files, missing } = await findFiles(words, host.cwd);
  const [absent] = missing;
  if (absent !== undefined) throw missingFile(host, absent.word, absent.code);
  return { files, format: await readFormat(host, options, files) };
}

/**
 * Counts logs, and shows how far it is on a terminal.
 * Errors: `Failure` (exit code 2), when a file cannot be opened or read.
 */
export async function countLogs(
  host: Host,
  { files, format }: Logs,
  sli: Sli,
  options: Asked['options'],
): Promise<LogsCounted> {
  const progress = countProgress(host, files, options);
  try {
    const all = await countFiles(files, { format, sli }, progress.heard);
    return { counted: mergeCounted(all.map((one) => one.counted)), all };
  } catch (error) {
    throw unreadable(host, error);
  } finally {
    await progress.end();
  }
}

/** The failure to end with when a file is damaged, or when lines could not be counted and `--strict` is given. */
export function shortfall(
  host: Host,
  { counted, all }: LogsCounted,
  options: Asked['options'],
): Failure | null {
  const damaged = all.find(({ damage }) => damage !== null);
  if (damaged !== undefined) {
    const facts = { file: damaged.file.name, detail: damaged.damage ?? '' };
    return new Failure('bad-input', say(host, 'slo-damaged', facts));
  }
  const unparsed = counted.unparsed.reduce((sum, each) => sum + each.count, 0);
  if (options.strict !== true || unparsed === 0) return null;
  const facts = { count: unparsed, lines: counted.lines };
  return new Failure('bad-input', say(host, 'slo-strict', facts));
}

function missingFile(host: Host, file: string, code: string): Failure {
  const sentence = code === 'none' ? 'slo-no-match' : 'slo-file-missing';
  return new Failure('bad-input', say(host, sentence, { file, detail: code }));
}

/** A file that was there and cannot be read. Anything else is a bug and goes on. */
function unreadable(host: Host, error: unknown): unknown {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || (path === undefined && syscall === undefined)) return error;
  // Standard input has no path; it is a folder after `- < logs`.
  return missingFile(host, path ?? '-', code);
}
