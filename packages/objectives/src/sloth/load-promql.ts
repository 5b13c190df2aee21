import type { QueryCheck } from './query.ts';

/** Loads Prometheus's grammar, which is large, for those alone who check queries with it. */
export async function loadPromql(): Promise<QueryCheck['read']> {
  const { readPromql } = await import('../promql/index.ts');
  return readPromql;
}
