/** What an SLI is about: that it answers well, or that it answers fast. */
export type SliKind = 'availability' | 'latency';

/** Everything that can be wrong with what a source shows. */
export const findingCodes = [
  // metrics
  'bad-exposition',
  'nothing-about-requests',
  'quantiles-only',
  'summary',
  'average-only',
  'no-failure-label',
  'no-failure-seen',
  'no-denominator',
  'exploding-label',
  'no-bucket',
  'beyond-buckets',
  'no-inf-bucket',
  'buckets-fall',
  'gauge-as-counter',
  'percentage',
  'no-total-suffix',
  'counter-falls',
  'not-a-number',
  // logs
  'unparsed-lines',
  'logs-without-latency',
  'coarse-latency',
  'sampled-logs',
  'only-failures-logged',
  'clients-left',
  // any
  'graphql-behind-200',
  'graphql-by-status',
  'health-checks',
  'too-little-traffic',
  'fails-too-often',
  'too-slow',
  'mostly-failing',
  'mostly-slow',
  // GraphQL
  'errors-without-code',
  'unnamed-operations',
  'bad-samples',
  // sources of a running server
  'source-failing',
  'source-waiting',
  'source-late',
  'source-gaps',
  'source-lost',
  'source-unused',
] as const;

export type FindingCode = (typeof findingCodes)[number];

/** Something that keeps an SLI from being had, or from being true. */
export interface Finding {
  readonly code: FindingCode;
  /** `spoils`: what it is about yields no true SLI. `weakens`: one can be had, with a doubt. `notes`: worth mending. */
  readonly severity: 'spoils' | 'weakens' | 'notes';
  /** The SLIs that it is about. */
  readonly about: readonly SliKind[];
  /** Metric, log or endpoint. */
  readonly subject: string;
  /** What is seen, with figures: shares are 0 to 1, durations seconds. */
  readonly evidence: Readonly<Record<string, string | number>>;
}

interface Counters {
  readonly kind: 'counters';
  readonly total: string;
  /** Of all events, clients' own errors. */
  readonly clientErrors?: string;
}

/** How an SLI can be asked for. */
export type SliQuery =
  | (Counters & { readonly bad: string })
  | (Counters & { readonly good: string })
  | {
      readonly kind: 'histogram';
      readonly histogram: string;
      readonly form: 'classic' | 'native';
      /** In the histogram's own unit. */
      readonly atMost: number;
    }
  | { readonly kind: 'gauge'; readonly gauge: string }
  | { readonly kind: 'logs'; readonly spec: Readonly<Record<string, unknown>> }
  | { readonly kind: 'graphql' };

/** An SLI that the source yields, and what it would count of what was seen. */
export interface ObtainableSli {
  readonly kind: SliKind;
  readonly subject: string;
  readonly query: SliQuery;
  /** Events seen so far; null where a gauge tells no number of events. */
  readonly counted: { readonly good: number; readonly bad: number } | null;
  /** Answers within this many seconds are fast; null for availability. */
  readonly within: number | null;
}

/** What a source yields, and why it yields no more. */
export interface Diagnosis {
  readonly slis: readonly ObtainableSli[];
  readonly findings: readonly Finding[];
}

/** What the team wants to promise. */
export interface Wanted {
  /** A share, 0 to 1. */
  readonly target: number;
  readonly windowMinutes: number;
  /** Seconds; null when nobody said what slow is. */
  readonly slowAfter: number | null;
}

export const usualWanted: Wanted = { target: 0.999, windowMinutes: 30 * 1440, slowAfter: null };

/** What is called fast where nobody said, in seconds. */
export const usualSlowAfter = 0.3;
