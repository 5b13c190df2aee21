import type { SaidQuery, Spec } from './said-query.ts';

/** A query of CloudWatch as `CloudWatchSli` of `@sekisho/aws` declares it; null when it makes none. */
export function cloudWatchQuery({ form, specs, bound }: SaidQuery): Spec | null {
  if (form === 'counted') {
    const { total, good, bad } = specs;
    const part = good === undefined ? { bad: bad?.metrics } : { good: good.metrics };
    return { kind: 'counts', total: total?.metrics, ...part };
  }
  const isLatency = bound !== null && 'atMost' in bound;
  return isLatency ? { kind: 'latency', metric: specs.threshold, ...bound } : null;
}
