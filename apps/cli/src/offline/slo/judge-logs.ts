import { type Counted, definitionHash } from '@sekisho/counting';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanLine } from '../../print/clean.ts';
import { say } from '../../sentences/say.ts';
import { isoMinute } from './count-data.ts';
import { countLogs, findLogs, type Logs, type LogsCounted, shortfall } from './count-logs.ts';
import { unparsedText } from './count-text.ts';
import { type Promised, readPromises } from './promises.ts';
import { targetText, windowText } from './report/figures.ts';

/** One promise with what the logs hold for it. */
export interface Counting {
  readonly promised: Promised;
  readonly counted: Counted;
}

const mostDays = 2000;

/**
 * The promises that the words and options name, and what the logs of `--logs` hold for each; what
 * was assumed, and lines that could not be counted, are told on standard error.
 * @param command its name, for what to write
 * Errors: `Failure` (exit code 2), when a file cannot be used or the logs hold nothing for a promise.
 */
export async function countForPromises(
  host: Host,
  { words, options }: Asked,
  command: string,
): Promise<readonly Counting[]> {
  const patterns = Array.isArray(options.logs) ? (options.logs as readonly string[]) : [];
  if (patterns.length === 0)
    throw new Failure('bad-input', say(host, 'report-no-logs', { command }));
  const promises = await readPromises(host, words, options);
  const logs = await findLogs(host, patterns, options);
  await tellAssumed(host, promises, { isNamed: words.length > 0, command });
  const hashes = promises.map(({ sli }) => definitionHash(logs.format.name, sli));
  refuseSecondReading(host, logs, { promises, hashes });
  const counts = new Map<string, LogsCounted>();
  for (const [index, { sli }] of promises.entries()) {
    const hash = hashes[index] ?? '';
    if (!counts.has(hash)) counts.set(hash, await countLogs(host, logs, sli, options));
  }
  await tellUncounted(host, [...counts.values()], options);
  return promises.map((promised, index) => {
    const counted = counts.get(hashes[index] ?? '')?.counted;
    if (counted === undefined) throw new RangeError('a promise was not counted');
    refuseUnusable(host, promised, counted);
    return { promised, counted };
  });
}

async function tellAssumed(
  host: Host,
  promises: readonly Promised[],
  { isNamed, command }: { readonly isNamed: boolean; readonly command: string },
): Promise<void> {
  const lines = promises
    .filter(({ assumedSli }) => assumedSli)
    .map(({ name, objective }) => {
      if (isNamed) return say(host, 'report-other-metric', { slo: name });
      const window = windowText(objective.window, host.language);
      if (command !== 'report') return say(host, 'replay-assumed', { window });
      return say(host, 'report-assumed', {
        target: targetText(objective.targets[0]?.target ?? 0),
        window,
      });
    });
  await host.stderr.write(lines.map((line) => `${cleanLine(line)}\n`).join(''));
}

function refuseSecondReading(
  host: Host,
  { files }: Logs,
  { promises, hashes }: { promises: readonly Promised[]; hashes: readonly string[] },
): void {
  if (new Set(hashes).size < 2 || !files.some(({ path }) => path === null)) return;
  const choices = promises.map(({ name }) => name).join(', ');
  throw new Failure('bad-input', say(host, 'report-once-only', { choices }));
}

async function tellUncounted(
  host: Host,
  counts: readonly LogsCounted[],
  options: Asked['options'],
): Promise<void> {
  const [first] = counts;
  if (first === undefined) return;
  const text = unparsedText(host, first.counted, first.all);
  if (text !== null) await host.stderr.write(`${text}\n`);
  const failure = shortfall(host, first, options);
  if (failure !== null) throw failure;
}

function refuseUnusable(host: Host, { name }: Promised, { minutes, lines }: Counted): void {
  const [first, last] = [minutes[0], minutes.at(-1)];
  if (first === undefined || last === undefined)
    throw new Failure('bad-input', say(host, 'report-no-events', { slo: name || 'SLO', lines }));
  if (last.minute - first.minute <= mostDays * 1440) return;
  const facts = { days: mostDays, from: isoMinute(first.minute), to: isoMinute(last.minute) };
  throw new Failure('bad-input', say(host, 'report-too-long', facts));
}
