/**
 * What of a Prometheus is good and bad. Selectors are plain ones, such as
 * `http_requests_total{job="checkout",code!~"5.."}`: no functions, because the samples are read as stored.
 */
export type PrometheusSli =
  | (Counters & { readonly good: string })
  | (Counters & { readonly bad: string })
  | {
      readonly kind: 'latency';
      /** Without `_bucket`, such as `http_request_duration_seconds{job="checkout"}`. */
      readonly histogram: string;
      readonly form: 'classic' | 'native';
      /** Good are events that took at most this, in the histogram's own unit. */
      readonly atMost: number;
    }
  /** A gauge of which each sample is one event, such as `probe_success`. */
  | { readonly kind: 'samples'; readonly gauge: string; readonly atLeast: number }
  | { readonly kind: 'samples'; readonly gauge: string; readonly atMost: number }
  /** A gauge from 0 to 1: each minute weighs the same, as how much happened is not told. */
  | { readonly kind: 'ratio'; readonly gauge: string; readonly of: 'good' | 'bad' };

/** Counters of good (or bad) and of all events, scraped from the same targets. */
interface Counters {
  readonly kind: 'counters';
  readonly total: string;
  /** Of those, the ones that failed by their client's own error, whether they are good or bad. */
  readonly clientErrors?: string;
}

/** What a minute of a ratio gauge is divided into, so that its counts are whole. */
export const partsOfRatio = 10_000;
