import { type Counted, definitionHash, type Sli } from '@sekisho/counting';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';
import { countLogs, findLogs, type LogsCounted, shortfall } from './count-logs.ts';
import { unparsedText } from './count-text.ts';
import type { Promised } from './promises.ts';

/** Logs that are counted in one or several ways, each once. */
export interface LogSet {
  /** Says that an SLI is to be counted, before any is. */
  want(sli: Sli, promised: Pick<Promised, 'name' | 'isComposite'>): void;
  /**
   * Counts what is wanted, and tells of lines that could not be.
   * Errors: `Failure` (exit code 2), when a file cannot be read, or read so often.
   */
  count(): Promise<void>;
  countedFor(sli: Sli): Counted;
}

/** Finds the logs that patterns name. Errors: as `findLogs`. */
export async function createLogSet(
  host: Host,
  patterns: readonly string[],
  options: Asked['options'],
): Promise<LogSet> {
  const logs = await findLogs(host, patterns, options);
  const hashOf = (sli: Sli) => definitionHash(logs.format.name, sli);
  const slis = new Map<string, Sli>();
  const counts = new Map<string, LogsCounted>();
  const wanting: Pick<Promised, 'name' | 'isComposite'>[] = [];
  return {
    want(sli, promised) {
      slis.set(hashOf(sli), sli);
      if (!wanting.includes(promised)) wanting.push(promised);
    },
    async count() {
      if (slis.size > 1 && logs.files.some(({ path }) => path === null))
        throw secondReading(host, wanting);
      for (const [hash, sli] of slis) counts.set(hash, await countLogs(host, logs, sli, options));
      await tellUncounted(host, [...counts.values()], options);
    },
    countedFor(sli) {
      const counted = counts.get(hashOf(sli))?.counted;
      if (counted === undefined) throw new RangeError('an SLI was not counted');
      return counted;
    },
  };
}

function secondReading(
  host: Host,
  wanting: readonly Pick<Promised, 'name' | 'isComposite'>[],
): Failure {
  const composite = wanting.find(({ isComposite }) => isComposite);
  if (composite !== undefined)
    return new Failure('bad-input', say(host, 'report-once-for-parts', { slo: composite.name }));
  const choices = wanting.map(({ name }) => name).join(', ');
  return new Failure('bad-input', say(host, 'report-once-only', { choices }));
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
