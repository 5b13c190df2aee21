import { type AlertPolicy, standardTiers, usualPolicy } from '@sekisho/objectives/alerts';
import type { Window } from '@sekisho/objectives/budget';
import type { DocumentOf } from '@sekisho/objectives/openslo';
import { annotationOf, badAnnotation } from '../annotations.ts';
import type { ByName } from '../by-name.ts';
import type { Findings } from '../findings.ts';
import { readDrops, readGuardWords, readNoData, readSpent, readTiers } from './annotation-words.ts';
import { reportTiers } from './check-tiers.ts';
import { fromPolicies } from './from-policies.ts';
import { usualMinutes } from './window-minutes.ts';

const silence: AlertPolicy = {
  ...usualPolicy,
  tiers: [],
  guard: null,
  spentAt: [],
  noData: null,
};

/** The annotations that say when an SLO speaks up. */
export const alertWords = ['tiers', 'guard', 'spent', 'drops', 'no-data'] as const;

export interface Promised {
  /** Which of the objectives, from 0. */
  readonly index: number;
  readonly target: number;
  readonly window: Window;
}

/** When an SLO speaks up, and whether it only watches; what can never fire is refused. */
export function readAlerts(
  slo: DocumentOf<'SLO'>,
  promised: Promised,
  { byName, findings }: { readonly byName: ByName; readonly findings: Findings },
): { readonly alerts: AlertPolicy; readonly shadow: boolean } {
  const mode = annotationOf(slo, 'alerts') ?? 'usual';
  if (!['off', 'shadow', 'usual'].includes(mode))
    badAnnotation(slo, 'alerts', 'off, shadow or usual', findings);
  if (mode === 'off') {
    warnUnheard(slo, findings);
    return { alerts: silence, shadow: false };
  }
  const { policy, place } = policyOf(slo, promised, byName, findings);
  reportTiers(policy.tiers, promised, { document: slo, path: place }, findings);
  return { alerts: withWords(slo, policy, findings), shadow: mode === 'shadow' };
}

function policyOf(
  slo: DocumentOf<'SLO'>,
  { window, index }: Promised,
  byName: ByName,
  findings: Findings,
) {
  const said = annotationOf(slo, 'tiers');
  const key = ['metadata', 'annotations', 'sekisho.dev/tiers'];
  const listed = slo.spec.alertPolicies ?? [];
  if (listed.length > 0) {
    const path = ['spec', 'alertPolicies'];
    if (said !== undefined)
      findings.problem(slo, path, 'alerts-twice', { annotation: 'sekisho.dev/tiers' }, 'key');
    return {
      policy: { ...usualPolicy, ...fromPolicies(slo, window, byName, findings) },
      place: path,
    };
  }
  if (said === undefined) {
    const policy = { ...usualPolicy, tiers: standardTiers(usualMinutes(window)) };
    return { policy, place: ['spec', 'objectives', index, 'target'] };
  }
  const tiers = readTiers(said);
  if (tiers === null) badAnnotation(slo, 'tiers', '"page 1h/5m 2%, ticket 3d/6h 10%"', findings);
  return { policy: { ...usualPolicy, tiers: tiers ?? [] }, place: key };
}

/** The policy with what annotations say otherwise. */
function withWords(slo: DocumentOf<'SLO'>, policy: AlertPolicy, findings: Findings): AlertPolicy {
  const told = <Value>(
    name: string,
    like: string,
    read: (text: string) => Value | null | undefined,
    isBad: (value: Value | null | undefined) => boolean,
  ): { readonly value: Value | null } | null => {
    const text = annotationOf(slo, name);
    if (text === undefined) return null;
    const value = read(text);
    if (isBad(value)) badAnnotation(slo, name, like, findings);
    return { value: value ?? null };
  };
  const isNull = (value: unknown) => value === null;
  const isUnsaid = (value: unknown) => value === undefined;
  const guard = told('guard', '1% or off', readGuardWords, isUnsaid);
  const spent = told('spent', '"75%, 100%" or off', readSpent, isNull);
  const drops = told('drops', '"10% in 1h"', readDrops, isNull);
  const noData = told('no-data', '"below 50% in 30m" or off', readNoData, isUnsaid);
  return {
    ...policy,
    ...(guard && { guard: guard.value }),
    ...(spent && { spentAt: spent.value ?? [] }),
    ...(drops && { drops: drops.value ?? [] }),
    ...(noData && { noData: noData.value }),
  };
}

/** An SLO that is silent says nothing by its policies either. */
function warnUnheard(slo: DocumentOf<'SLO'>, { warning }: Findings): void {
  if ((slo.spec.alertPolicies ?? []).length > 0) {
    const path = ['spec', 'alertPolicies'];
    warning(slo, path, 'unused-key', { key: 'alertPolicies' }, 'key');
  }
  for (const name of alertWords) {
    if (annotationOf(slo, name) === undefined) continue;
    const key = `sekisho.dev/${name}`;
    warning(slo, ['metadata', 'annotations', key], 'unused-key', { key }, 'key');
  }
}
