import type { SlothSlo, SlothSpec } from '../sloth/document.ts';
import { goF, goG } from '../sloth/go-number.ts';
import { goHours } from './prometheus-duration.ts';
import { errorRatio, idLabels, merged, type Rule, selector } from './rule.ts';
import type { AlertWindows } from './windows.ts';

const modes: Readonly<Record<SlothSpec, string>> = {
  'prometheus/v1': 'cli-gen-prom',
  'sloth.slok.dev/v1': 'cli-gen-k8s',
  'openslo/v1alpha': 'cli-gen-openslo',
};

/** The promise, its budget and how it goes, as series that dashboards read. */
export function metadataRules(
  slo: SlothSlo,
  { period, tiers }: AlertWindows,
  spec: SlothSpec,
): readonly Rule[] {
  if (!slo.chain.metadata) return [];
  const labels = merged(idLabels(slo), slo.labels);
  const objective = goG(slo.objective / 100);
  const burn = 'slo:period_burn_rate:ratio';
  const rules: readonly (readonly [string, string])[] = [
    ['slo:objective:ratio', `vector(${objective})`],
    ['slo:error_budget:ratio', `vector(1-${objective})`],
    ['slo:time_period:days', `vector(${goG(goHours(period) / 24)})`],
    ['slo:current_burn_rate:ratio', burnRate(slo, tiers['page-quick'].short)],
    [burn, burnRate(slo, period)],
    ['slo:period_error_budget_remaining:ratio', `1 - ${burn}${selector(slo)}`],
  ];
  const info = {
    sloth_mode: modes[spec],
    sloth_objective: goF(slo.objective),
    sloth_spec: spec,
    sloth_version: 'sekisho',
  };
  return [
    ...rules.map(([record, expr]) => ({ record, expr, labels })),
    { record: 'sloth_slo_info', expr: 'vector(1)', labels: merged(labels, info) },
  ];
}

function burnRate(slo: SlothSlo, window: number): string {
  const which = selector(slo);
  const match = '/ on(sloth_id, sloth_slo, sloth_service) group_left';
  return `${errorRatio(window)}${which}\n${match}\nslo:error_budget:ratio${which}\n`;
}
