import { SourceError } from '@sekisho/core/sources';

/**
 * The query for counts of whole minutes.
 *
 * `as_count` makes them events instead of events a second, and keeps Datadog from filling gaps.
 * @throws {SourceError} `refused` for a query that says itself how it is to be counted
 */
export function countQuery(query: string): string {
  if (/\.(as_count|as_rate|rollup|fill)\(|^\s*\w+\(/.test(query)) {
    const why = 'give an aggregation, a metric and its scope, without functions';
    throw new SourceError('refused', `${JSON.stringify(query.slice(0, 200))}: ${why}`);
  }
  return `${query.trim()}.as_count().rollup(sum, 60)`;
}
