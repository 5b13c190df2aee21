import type { SourceConfig } from '@sekisho/config';

/** Whether a source is sent to us: then there is nothing to look through, and nothing to ask. */
export function comesByItself({ kind }: Pick<SourceConfig, 'kind'>): boolean {
  return kind === 'push' || kind === 'cloudwatch-logs';
}
