import type { DocumentOf, OpensloDocument } from '@sekisho/objectives/openslo';
import { indicatorsOf } from '../indicators-of.ts';
import type { SloConfig } from '../slo-config.ts';
import { ofKind } from './by-name.ts';
import type { Findings } from './findings.ts';

/** The target that means the channels of sekisho.yaml. */
const ourselves = 'sekisho';

/**
 * Names everything that a document says and Sekisho does not act upon. To be asked when nothing is
 * wrong: what refers to what is known only then.
 */
export function warnUnused(
  documents: readonly OpensloDocument[],
  slos: readonly SloConfig[],
  findings: Findings,
): void {
  const used = usedNames(documents, slos);
  for (const document of documents) {
    const { kind, metadata } = document;
    const names = used.get(kind);
    if (names !== undefined && !names.has(metadata.name)) {
      const facts = { kind, name: metadata.name };
      findings.warning(document, ['metadata', 'name'], 'unused-document', facts);
    }
    if (document.kind === 'AlertNotificationTarget') warnTarget(document, findings);
    if (document.kind === 'BudgetAdjustment')
      findings.warning(document, ['kind'], 'unused-adjustment', {});
    if (document.kind === 'AlertPolicy') warnPolicy(document, document.spec, ['spec'], findings);
    if (document.kind !== 'SLO') continue;
    for (const [index, { spec }] of (document.spec.alertPolicies ?? []).entries())
      if (spec) warnPolicy(document, spec, ['spec', 'alertPolicies', index, 'spec'], findings);
  }
}

function usedNames(
  documents: readonly OpensloDocument[],
  slos: readonly SloConfig[],
): ReadonlyMap<OpensloDocument['kind'], ReadonlySet<string | undefined>> {
  const specs = ofKind(documents, 'SLO').map(({ spec }) => spec);
  const items = specs.flatMap(({ alertPolicies }) => alertPolicies ?? []);
  const policies = [
    ...items.flatMap(({ spec }) => (spec ? [spec] : [])),
    ...ofKind(documents, 'AlertPolicy').map(({ spec }) => spec),
  ];
  const conditions = policies.flatMap((spec) => spec.conditions ?? []);
  const targets = policies.flatMap((spec) => spec.notificationTargets ?? []);
  return new Map([
    [
      'SLI',
      new Set(specs.flatMap((spec) => [spec, ...spec.objectives].map((one) => one.indicatorRef))),
    ],
    ['DataSource', new Set(slos.flatMap(indicatorsOf).map(({ source }) => source))],
    ['AlertPolicy', new Set(items.map(({ ref }) => ref))],
    ['AlertCondition', new Set(conditions.map(({ ref }) => ref))],
    ['AlertNotificationTarget', new Set(targets.map(({ ref }) => ref))],
  ]);
}

function warnTarget(document: DocumentOf<'AlertNotificationTarget'>, { warning }: Findings): void {
  if (document.spec.target !== ourselves)
    warning(document, ['spec', 'target'], 'unused-target', {});
}

function warnPolicy(
  document: OpensloDocument,
  { alertWhenResolved, notificationTargets = [] }: DocumentOf<'AlertPolicy'>['spec'],
  path: readonly (string | number)[],
  { warning }: Findings,
): void {
  const key = 'alertWhenResolved';
  if (alertWhenResolved === false) warning(document, [...path, key], 'unused-key', { key }, 'key');
  for (const [index, { spec }] of notificationTargets.entries()) {
    const at = [...path, 'notificationTargets', index, 'spec', 'target'];
    if (spec !== undefined && spec.target !== ourselves) warning(document, at, 'unused-target', {});
  }
}
