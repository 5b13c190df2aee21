import type { Counted } from '@sekisho/counting';
import type { Span } from '@sekisho/objectives/minutes';
import type { CountedPart, LogCounts } from '@sekisho/objectives/report';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { cleanLine } from '../../print/clean.ts';
import { say } from '../../sentences/say.ts';
import { isoMinute } from './count-data.ts';
import { createLogSet, type LogSet } from './log-set.ts';
import { type Promised, type PromisedIndicator, readPromises } from './promises.ts';
import { targetText, windowText } from './report/figures.ts';
import { logsOfEach, saidLogs } from './whose-logs.ts';

/** One promise with what the logs hold for it. */
export interface Counting {
  readonly promised: Promised;
  /** Of a composite what its parts hold, ready to be weighed. */
  readonly counts: LogCounts;
  /** Minutes by route, those of a part under its name. */
  readonly routes: Counted['groups'];
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
  const said = saidLogs(patterns, promises);
  const wanted = promises.map((promised) => logsOfEach(host, promised, said));
  const sets = new Map<string, LogSet>();
  for (const each of wanted.flat()) {
    const key = JSON.stringify(each);
    if (!sets.has(key)) sets.set(key, await createLogSet(host, each, options));
  }
  await tellAssumed(host, promises, { isNamed: words.length > 0, command });
  const taken = promises.map((promised, index) =>
    promised.indicators.map((indicator, at) => {
      const set = sets.get(JSON.stringify(wanted[index]?.[at]));
      if (set === undefined) throw new RangeError('an indicator has no logs');
      set.want(indicator.sli, promised);
      return { indicator, set };
    }),
  );
  for (const set of sets.values()) await set.count();
  return promises.map((promised, index) => countingOf(host, promised, taken[index] ?? []));
}

function countingOf(
  host: Host,
  promised: Promised,
  taken: readonly { readonly indicator: PromisedIndicator; readonly set: LogSet }[],
): Counting {
  const all = taken.map(({ indicator, set }) => {
    const counted = set.countedFor(indicator.sli);
    refuseUnusable(host, promised, indicator, counted);
    return { ...indicator, set, ...counted };
  });
  const parts = all.flatMap(({ part, set, minutes }): readonly CountedPart[] => {
    const beside = all.filter((one) => one.set === set);
    return part === null ? [] : [{ ...part, minutes, covers: coveredBy(beside) }];
  });
  const routes = all.flatMap(({ part, groups }) =>
    groups.map(({ name, minutes }) => {
      return { name: part === null ? name : `${part.name}: ${name}`, minutes };
    }),
  );
  const counts = promised.isComposite ? { parts } : { minutes: all[0]?.minutes ?? [] };
  return { promised, counts, routes };
}

/** What logs cover, as all that is counted from them shows. */
function coveredBy(all: readonly Pick<Counted, 'minutes'>[]): Span {
  const first = all.map(({ minutes }) => minutes[0]?.minute ?? Number.POSITIVE_INFINITY);
  const last = all.map(({ minutes }) => minutes.at(-1)?.minute ?? Number.NEGATIVE_INFINITY);
  return { from: Math.min(...first), to: Math.max(...last) + 1 };
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

function refuseUnusable(
  host: Host,
  { name, isComposite }: Promised,
  { part }: PromisedIndicator,
  { minutes, lines }: Counted,
): void {
  const [first, last] = [minutes[0], minutes.at(-1)];
  if (first === undefined || last === undefined) {
    const slo = name || 'SLO';
    throw new Failure(
      'bad-input',
      isComposite && part !== null
        ? say(host, 'report-no-events-of-part', {
            ...{ slo, lines, part: part.name },
            example: `--logs "${part.name}=FILES"`,
          })
        : say(host, 'report-no-events', { slo, lines }),
    );
  }
  if (last.minute - first.minute <= mostDays * 1440) return;
  const facts = { days: mostDays, from: isoMinute(first.minute), to: isoMinute(last.minute) };
  throw new Failure('bad-input', say(host, 'report-too-long', facts));
}
