import { type Problem, problemText } from '../problems/index.ts';
import { readSloth } from '../sloth/index.ts';
import { type MadeRules, makeRules, type RuleOptions } from './make-rules.ts';
import { parseDuration } from './prometheus-duration.ts';
import type { Rule, RuleGroup } from './rule.ts';

const plain: RuleOptions = {
  dialect: 'sloth',
  period: null,
  windows: [],
  extraLabels: {},
  withoutRecordings: false,
  withoutAlerts: false,
};

export const bytes = (text: string) => new TextEncoder().encode(text);

/** A spec of one SLO, `shop-checkout`, on line 6. */
export function specOf(
  objective: number | string,
  sli = events,
  alerting = '{ name: Burns }',
): string {
  return `
version: prometheus/v1
service: shop
labels: { tier: 2 }
slos:
  - { name: checkout, objective: ${objective}, sli: ${sli}, alerting: ${alerting} }
`;
}

export const events =
  '{ events: { error_query: "bad[{{.window}}]", total_query: "all[{{.window}}]" } }';
export const raw = '{ raw: { error_ratio_query: "ratio[{{.window}}]" } }';

/** Rules of a spec that reads without problems. */
export function made(spec: string, options: Partial<RuleOptions> = {}): MadeRules {
  const { documents, problems } = readSloth(bytes(spec), 'slos.yml');
  refuse(problems);
  return makeRules(documents, { ...plain, ...options });
}

export function groupsOf(spec: string, options: Partial<RuleOptions> = {}): readonly RuleGroup[] {
  const { documents, problems } = made(spec, options);
  refuse(problems);
  return documents.flatMap((one) => ('groups' in one ? one.groups : one.spec.groups));
}

export function rulesOf(spec: string, options: Partial<RuleOptions> = {}): readonly Rule[] {
  return groupsOf(spec, options).flatMap(({ rules }) => rules);
}

export const recordsOf = (rules: readonly Rule[]) =>
  rules.flatMap((rule) => ('record' in rule ? [rule.record] : []));
export const alertsOf = (rules: readonly Rule[]) => rules.filter((rule) => 'alert' in rule);
export const period = (text: string) => ({ period: parseDuration(text) });

/** A sample with problems shows nothing of what it was written for. */
function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) {
    throw new Error(problems.map((one) => problemText(one, 'en')).join('\n'));
  }
}
