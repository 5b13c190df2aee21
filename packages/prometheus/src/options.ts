import type { PrometheusSli } from './declaration.ts';

export interface PrometheusSourceOptions {
  /** Of the API, without `/api/v1`: `https://prometheus.example/`, `https://mimir.example/prometheus`. */
  readonly url: string;
  readonly sli: PrometheusSli;
  /** Sent with every request: a tenant, an Authorization. Never logged. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as `Authorization: Bearer …`. */
  readonly bearer?: string;
  /** How often targets are scraped; a wider distance between samples is a missed scrape. Default 60. */
  readonly scrapeSeconds?: number;
  /** What is further apart is not connected: nobody knows in which minute it happened. Default 300, or three scrapes. */
  readonly maxGapSeconds?: number;
  /** Labels that tell one scraped process from another. Default `job`, `instance`. */
  readonly targetLabels?: readonly string[];
  /** Milliseconds for one request. Default 30,000. */
  readonly timeoutMs?: number;
  /** Bytes of one answer; more makes it ask for shorter spans. Default 64 MiB. */
  readonly maxBytes?: number;
  /** Minutes asked for at once, until the server finds it too much. Default 360. */
  readonly pageMinutes?: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly fetch?: typeof fetch;
}
