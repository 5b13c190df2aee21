/** What a metric says it is. `unknown` where nothing says so. */
export type FamilyType =
  | 'counter'
  | 'gauge'
  | 'histogram'
  | 'summary'
  | 'gaugehistogram'
  | 'info'
  | 'stateset'
  | 'unknown';

/** One series and its value at the moment of looking. */
export interface Sample {
  /** As written, with `_total`, `_bucket`, `_count` or `_sum`. */
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

/** The series of one metric. */
export interface Family {
  readonly name: string;
  readonly type: FamilyType;
  readonly samples: readonly Sample[];
  /** Its samples are native histograms, whose values here are their counts. */
  readonly isNative?: true;
}

/** Why a line cannot be read. */
export type BadLineReason =
  | 'name'
  | 'labels'
  | 'repeated-label'
  | 'value'
  | 'timestamp'
  | 'type'
  | 'order'
  | 'too-long';

export interface BadLine {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: BadLineReason;
  /** Its beginning. */
  readonly text: string;
}

/** What a metrics endpoint showed. */
export interface Exposition {
  readonly families: readonly Family[];
  /** Samples seen, the ones that were not kept among them. */
  readonly seen: number;
  readonly kept: number;
  readonly bad: { readonly count: number; readonly first: readonly BadLine[] };
}
