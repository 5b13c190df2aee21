import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanJson } from '../../print/clean.ts';
import { styleOf } from '../../print/style.ts';
import { say } from '../../sentences/say.ts';
import { countAsData } from './count-data.ts';
import { countLogs, findLogs, type LogsCounted, shortfall } from './count-logs.ts';
import { countSql } from './count-sql.ts';
import { countText, unparsedText } from './count-text.ts';
import { readSli } from './read-sli.ts';

/**
 * Counts log files into minutes: as JSON, or as a summary for people; or says how another engine would.
 * Errors: `Failure` (exit code 2) when an option or a file is wrong, when a file is damaged (what
 * came before the damage is printed), and with `--strict` when a line could not be counted.
 */
export async function count(host: Host, asked: Asked): Promise<number> {
  const { words, options } = asked;
  if (options.sql !== undefined) return countSql(host, asked);
  const sli = readSli(host, options);
  if (words.length === 0) throw new Failure('bad-input', say(host, 'slo-no-file'));
  const logs = await findLogs(host, words, options);
  const found = await countLogs(host, logs, sli, options);
  await print(host, options, found);
  const failure = shortfall(host, found, options);
  if (failure !== null) throw failure;
  return 0;
}

async function print(
  host: Host,
  options: Asked['options'],
  { counted, all }: LogsCounted,
): Promise<void> {
  if (options.json !== true)
    return host.stdout.write(countText(counted, all, styleOf(host, options)));
  await host.stdout.write(`${cleanJson(countAsData(counted))}\n`);
  const text = unparsedText(host, counted, all);
  if (text !== null) await host.stderr.write(`${text}\n`);
}
