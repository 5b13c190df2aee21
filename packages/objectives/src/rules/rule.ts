import type { Labels, SlothSlo } from '../sloth/document.ts';
import { formatDuration } from './prometheus-duration.ts';

/** A rule of Prometheus, its keys as in the file. */
export type Rule =
  | { readonly record: string; readonly expr: string; readonly labels: Labels }
  | {
      readonly alert: string;
      readonly expr: string;
      readonly labels: Labels;
      readonly annotations: Labels;
    };

export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly Rule[];
}

/** What finds the series of an SLO again. */
export function idLabels({ id, service, name }: SlothSlo): Labels {
  return { sloth_id: id, sloth_service: service, sloth_slo: name };
}

/** The same as a selector; names that Sloth takes need no escapes. */
export function selector(slo: SlothSlo): string {
  const matchers = Object.entries(idLabels(slo)).map(([key, value]) => `${key}="${value}"`);
  return `{${matchers.join(', ')}}`;
}

/** The series of an SLO's error ratio over a window (milliseconds). */
export function errorRatio(window: number): string {
  return `slo:sli_error:ratio_rate${formatDuration(window)}`;
}

/** Labels one over the other, in the order of their names. */
export function merged(...layers: readonly Labels[]): Labels {
  const all = Object.entries(Object.assign({}, ...layers) as Labels);
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}
