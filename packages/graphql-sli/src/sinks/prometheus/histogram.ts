/**
 * Bounds in seconds that OpenTelemetry advises for durations of HTTP servers.
 * https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserverrequestduration
 */
export const advisedBounds: readonly number[] = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
];

/** A histogram as Prometheus reads it. */
export interface Histogram {
  /** Observations in each bucket, not cumulated; the last is beyond every bound. */
  readonly buckets: number[];
  /** Seconds. */
  sum: number;
}

export function createHistogram(bounds: readonly number[]): Histogram {
  return { buckets: Array.from({ length: bounds.length + 1 }, () => 0), sum: 0 };
}

/** Puts a duration into its bucket: the first whose bound it does not exceed. */
export function observe(histogram: Histogram, bounds: readonly number[], seconds: number): void {
  let bucket = 0;
  while (bucket < bounds.length && !(seconds <= (bounds[bucket] ?? 0))) bucket += 1;
  histogram.buckets[bucket] = (histogram.buckets[bucket] ?? 0) + 1;
  histogram.sum += seconds;
}

/** How many observations lie at or below each bound, and in all. */
export function cumulated({ buckets }: Histogram): readonly number[] {
  let sum = 0;
  return buckets.map((count) => {
    sum += count;
    return sum;
  });
}
