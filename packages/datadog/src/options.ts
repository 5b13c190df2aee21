/**
 * Counts in Datadog's query language, such as `sum:checkout.requests{env:prod,status:5xx}`: an aggregation,
 * a metric and its scope. What makes them counts of a minute is added here.
 */
export type DatadogSli =
  | { readonly total: string; readonly good: string }
  | { readonly total: string; readonly bad: string };

export interface DatadogSourceOptions {
  /** Such as `datadoghq.com`, `datadoghq.eu` or `ap1.datadoghq.com`. */
  readonly site: string;
  /** Sent in headers, never logged. The application key needs `timeseries_query`. */
  readonly apiKey: string;
  readonly applicationKey: string;
  readonly sli: DatadogSli;
  /**
   * What a minute without a point is. `idle` is for counters that are sent only when something happened;
   * one that stopped is then not noticed. Default `unmeasured`.
   */
  readonly whenAbsent?: 'unmeasured' | 'idle';
  /** Milliseconds for one request. Default 30,000. */
  readonly timeoutMs?: number;
  /** Instead of the site's own, for what stands before it. */
  readonly url?: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly fetch?: typeof fetch;
}
