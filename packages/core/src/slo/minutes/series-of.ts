import { createHash } from 'node:crypto';
import { canonicalJson, type SloConfig } from '@sekisho/config';
import { definitionHash } from '@sekisho/counting';

/**
 * Names what is counted for an SLO: its source, and the definition's hash. Two SLOs that count the
 * same thing share it; one whose definition changes begins another.
 */
export function seriesOf({ indicator }: Pick<SloConfig, 'indicator'>): string {
  const { source } = indicator;
  const hash =
    indicator.kind === 'events'
      ? definitionHash(source, indicator.sli)
      : createHash('sha256').update(canonicalJson(indicator.query)).digest('hex');
  return `${source}:${hash.slice(0, 32)}`;
}
