import { shown } from '../problems/index.ts';
import type { RuleChain } from './document.ts';
import { type Fields, flagIn, has, mapIn, mapsIn, neededText, warnUnknown } from './fields.ts';

const ordinary: RuleChain = { sli: 'mean', metadata: true, alerts: true, promql: true };
const nothing: RuleChain = { sli: 'none', metadata: false, alerts: false, promql: false };

/** Sloth's own plug-ins, by what they add to the rules of an SLO; those that only check add nothing. */
const plugins: Readonly<Record<string, (chain: RuleChain, step: Fields) => RuleChain>> = {
  'sloth.dev/core/sli_rules/v1': (chain, step) => ({ ...chain, sli: periodOf(step) }),
  'sloth.dev/core/metadata_rules/v1': (chain) => ({ ...chain, metadata: true }),
  'sloth.dev/core/alert_rules/v1': (chain) => ({ ...chain, alerts: true }),
  'sloth.dev/core/validate/v1': (chain) => ({ ...chain, promql: true }),
  'sloth.dev/core/noop/v1': (chain) => chain,
  'sloth.dev/core/debug/v1': (chain) => chain,
  'sloth.dev/contrib/validate_victoria_metrics/v1': (chain) => chain,
};

/** Which rules are made, after the chains of the document (`around`) and of one SLO of it. */
export function readChain(around: Fields, own: Fields): RuleChain {
  for (const fields of [around, own]) warnUnknown(fields, ['overridePrevious', 'chain']);
  const ownReplaces = flagIn(own, 'overridePrevious');
  const replaces = flagIn(around, 'overridePrevious') || ownReplaces;
  const steps = [...(ownReplaces ? [] : mapsIn(around, 'chain')), ...mapsIn(own, 'chain')];
  if (replaces && steps.length === 0) own.report('empty-chain', own.path, {});
  return steps.reduce(follow, replaces ? nothing : ordinary);
}

function follow(chain: RuleChain, step: Fields): RuleChain {
  warnUnknown(step, ['id', 'config', 'priority']);
  const id = neededText(step, 'id');
  if (id === '') return chain;
  const plugin = Object.hasOwn(plugins, id) ? plugins[id] : undefined;
  if (plugin !== undefined) return plugin(chain, step);
  const known = Object.keys(plugins);
  step.report('slo-plugin', [...step.path, 'id'], { value: shown(id), known });
  return chain;
}

function periodOf(step: Fields): RuleChain['sli'] {
  if (!has(step, 'config')) return 'mean';
  const config = mapIn(step, 'config');
  warnUnknown(config, ['disableOptimized']);
  return flagIn(config, 'disableOptimized') ? 'whole' : 'mean';
}
