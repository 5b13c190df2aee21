import { indicatorsOf, type SloConfig } from '@sekisho/config';

/**
 * What is counted for an SLO, each thing as an SLO of one indicator: itself, or one for each part of
 * a composite.
 */
export function partsOf(slo: SloConfig): readonly SloConfig[] {
  const { parts, ...whole } = slo;
  return parts?.map(({ indicator }) => ({ ...whole, indicator })) ?? [slo];
}

/** The sources that an SLO is measured by, each once. */
export function sourcesOf(slo: Pick<SloConfig, 'indicator' | 'parts'>): readonly string[] {
  return [...new Set(indicatorsOf(slo).map(({ source }) => source))];
}
