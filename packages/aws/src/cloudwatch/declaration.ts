/** One metric of CloudWatch. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** What of CloudWatch's metrics is good and bad. Several metrics of one thing are added up. */
export type CloudWatchSli =
  | { readonly kind: 'counts'; readonly total: readonly Metric[]; readonly good: readonly Metric[] }
  | { readonly kind: 'counts'; readonly total: readonly Metric[]; readonly bad: readonly Metric[] }
  /**
   * Good are the samples of at most this value, in the metric's own unit. CloudWatch knows that only
   * of metrics that were sent sample by sample; of others the minutes are not measured.
   */
  | { readonly kind: 'latency'; readonly metric: Metric; readonly atMost: number };
