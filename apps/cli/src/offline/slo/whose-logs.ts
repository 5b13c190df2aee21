import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';
import type { Promised, PromisedIndicator } from './promises.ts';

/** Patterns of `--logs` as they were said: for everything, or after `NAME=` for what has that name. */
export interface SaidLogs {
  readonly shared: readonly string[];
  readonly named: ReadonlyMap<string, readonly string[]>;
}

/**
 * Tells patterns apart by whose they are. Only what is called so in the files is a name: another `=`
 * is part of a path.
 * @param patterns the values of `--logs`
 */
export function saidLogs(patterns: readonly string[], promises: readonly Promised[]): SaidLogs {
  const names = promises.flatMap((promised) =>
    promised.indicators.flatMap((indicator) => namesOf(promised, indicator)),
  );
  const shared: string[] = [];
  const named = new Map<string, string[]>();
  for (const pattern of patterns) {
    // A name may hold a sign of its own: the longest that fits is meant.
    const [name] = names
      .filter((one) => one !== '' && pattern.startsWith(`${one}=`))
      .toSorted((a, b) => b.length - a.length);
    if (name === undefined) shared.push(pattern);
    else named.set(name, [...(named.get(name) ?? []), pattern.slice(name.length + 1)]);
  }
  return { shared, named };
}

/**
 * The patterns of each indicator of a promise: those that name it, its data source or its SLO, else
 * those of everything.
 * Errors: `Failure` (exit code 2), when none are left for one, or when parts of a composite are of
 * several data sources and nothing says whose logs these are.
 */
export function logsOfEach(
  host: Host,
  promised: Promised,
  { shared, named }: SaidLogs,
): readonly (readonly string[])[] {
  const own = promised.indicators.map((indicator) => {
    const name = namesOf(promised, indicator).find((one) => named.has(one));
    return { indicator, patterns: name === undefined ? null : (named.get(name) ?? null) };
  });
  const left = own.filter(({ patterns }) => patterns === null).map(({ indicator }) => indicator);
  const facts = { slo: promised.name || 'SLO', example: exampleOf(left) };
  if (left.length > 0 && shared.length === 0)
    throw new Failure('bad-input', say(host, 'report-part-without-logs', facts));
  if (promised.isComposite && new Set(left.map(({ source }) => source)).size > 1)
    throw new Failure('bad-input', say(host, 'report-whose-logs', { ...facts, parts: list(left) }));
  return own.map(({ patterns }) => patterns ?? shared);
}

/** From the nearest to the widest. */
function namesOf({ name }: Promised, { part, source }: PromisedIndicator): readonly string[] {
  return [part?.name, source, name].filter((one) => typeof one === 'string');
}

function list(indicators: readonly PromisedIndicator[]): string {
  return indicators.map(({ part, source }) => `${part?.name ?? ''} (${source ?? '–'})`).join(', ');
}

function exampleOf(indicators: readonly PromisedIndicator[]): string {
  return indicators
    .map(({ part, source }) => part?.name ?? source ?? 'NAME')
    .map((name) => (/^[\w.-]+$/.test(name) ? `--logs ${name}=FILES` : `--logs "${name}=FILES"`))
    .join(' ');
}
