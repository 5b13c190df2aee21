import type { Config, SourceConfig } from '@sekisho/config';
import { formatOf, type ScannerOptions, type Sli } from '@sekisho/counting';
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
