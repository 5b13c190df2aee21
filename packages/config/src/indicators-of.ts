import type { IndicatorConfig, SloConfig } from './slo-config.ts';

/** All that an SLO is measured by: its indicator, or those of its parts. */
export function indicatorsOf(
  slo: Pick<SloConfig, 'indicator' | 'parts'>,
): readonly IndicatorConfig[] {
  return slo.parts?.map(({ indicator }) => indicator) ?? [slo.indicator];
}
