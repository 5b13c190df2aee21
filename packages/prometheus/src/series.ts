import type { RawSeries } from './answers.ts';

export interface Sample {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly value: number;
}

/** Samples of one series, in order of time. */
export interface Series {
  /** Which scraped process it is of. */
  readonly target: string;
  readonly samples: readonly Sample[];
  /** Where it runs with another counter, whose falls are the resets of both. */
  readonly resets?: readonly Sample[];
}

/** Series with only the samples that are numbers. */
export function floatSeries(
  raw: readonly RawSeries[],
  targetLabels: readonly string[],
): readonly Series[] {
  return raw.map(({ metric, values = [] }) => ({
    target: targetOf(metric, targetLabels),
    samples: inOrder(
      values.map(([seconds, text]) => ({ at: Math.round(seconds * 1000), value: Number(text) })),
    ),
  }));
}

/** What the labels say of the scraped process. */
export function targetOf(
  metric: Readonly<Record<string, string>>,
  targetLabels: readonly string[],
): string {
  return JSON.stringify(targetLabels.map((label) => metric[label] ?? ''));
}

/** Leaves out what is not a number, and puts the rest in order; of several at one time, the last. */
export function inOrder(samples: readonly Sample[]): readonly Sample[] {
  const numbers = samples.filter(({ at, value }) => Number.isFinite(at) && Number.isFinite(value));
  numbers.sort((a, b) => a.at - b.at);
  return numbers.filter(({ at }, index) => numbers[index + 1]?.at !== at);
}
