import type { Config, SourceConfig } from '@sekisho/config';
import { defaultSli, formatOf, type ScannerOptions, type Sli } from '@sekisho/counting';
import { spanOf } from '@sekisho/objectives/budget';
import { type Minute, minutesPerDay } from '@sekisho/objectives/minutes';
import { partsOf, seriesOf } from '../minutes/index.ts';

/** One thing that is counted in the logs of a source. */
export interface CountedSeries {
  readonly series: string;
  readonly sli: Sli;
  /** The oldest minute that any SLO of this series looks at. */
  readonly from: Minute;
}

/** Sources whose lines are counted here. */
export type LogSourceConfig = Extract<SourceConfig, { readonly format: string }>;

/** Days that minutes are kept: thirteen months, so that a month can be compared with that of last year. */
export const keptDays = 396;

/** What is counted in the logs of a source, each thing once, however many SLOs want it. */
export function countedSeries(config: Config, source: string, now: Minute): CountedSeries[] {
  const wanted = new Map<string, CountedSeries>();
  const oldest = now - keptDays * minutesPerDay;
  for (const slo of config.slos.flatMap(partsOf)) {
    const { indicator } = slo;
    if (indicator.kind !== 'events' || indicator.source !== source) continue;
    const series = seriesOf(slo);
    const from = Math.max(oldest, spanOf(slo.window, now).from);
    const known = wanted.get(series);
    wanted.set(series, { series, sli: indicator.sli, from: Math.min(from, known?.from ?? from) });
  }
  return [...wanted.values()];
}

/** How the lines of a source are counted under one definition. Errors: throws when there is no such format. */
export function scannerOptions({ format, fields }: LogSourceConfig, sli: Sli): ScannerOptions {
  return { format: formatOf(format, fields ?? undefined), sli, samples: 1 };
}

/** Under this name lines of @sekisho/graphql-sli say how an operation counts, see its `logLinesSink`. */
const plugInStatus = 'sliStatus';
/** Good, in spite of its client's own error. */
const clientsOwn = { status: [{ from: 400, to: 400 }] };

function saysClients({ fields }: LogSourceConfig): boolean {
  return fields?.names.status[0] === plugInStatus;
}

/**
 * The definitions that lines are counted under. The first counts every line: its minutes say from when
 * to when there were any. Then come those of the series and, where the lines tell clients' own errors
 * from good requests, what those are of each.
 */
export function countedSlis(config: LogSourceConfig, wanted: readonly CountedSeries[]): Sli[] {
  const slis = wanted.map(({ sli }) => sli);
  return [defaultSli, ...slis, ...(saysClients(config) ? slis.map(clientsOf) : [])];
}

function clientsOf({ filter, excludedWhen, goodWhen }: Sli): Sli {
  const promised = filter === undefined ? [] : [filter];
  const counts = excludedWhen === undefined ? [] : [{ not: excludedWhen }];
  return { filter: { all: [...promised, ...counts, goodWhen, clientsOwn] }, goodWhen: clientsOwn };
}

interface CountedMinute {
  readonly minute: Minute;
  readonly good: number;
  readonly bad: number;
  readonly excluded: number;
}

/**
 * The minutes of one of the series, with its clients' own errors.
 * @param counted by the definitions of `countedSlis`, in their order
 * @param index of the series
 */
export function minutesOfSeries(
  counted: readonly (readonly CountedMinute[])[],
  index: number,
  wanted: readonly CountedSeries[],
): readonly (CountedMinute & { readonly clientErrors: number })[] {
  const clients = counted[1 + wanted.length + index] ?? [];
  const errors = new Map(clients.map(({ minute, good }) => [minute, good]));
  const minutes = counted[1 + index] ?? [];
  return minutes.map((each) => ({ ...each, clientErrors: errors.get(each.minute) ?? 0 }));
}
