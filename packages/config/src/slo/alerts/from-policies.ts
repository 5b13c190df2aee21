import type { AlertPolicy, Tier } from '@sekisho/objectives/alerts';
import { usualPolicy } from '@sekisho/objectives/alerts';
import type { Window } from '@sekisho/objectives/budget';
import type {
  AlertConditionSpec,
  AlertPolicySpec,
  DocumentOf,
  OpensloDocument,
} from '@sekisho/objectives/openslo';
import { nominalSeconds } from '@sekisho/objectives/openslo';
import type { Path } from '../../problems/problem.ts';
import type { ByName } from '../by-name.ts';
import type { Findings } from '../findings.ts';
import { usualMinutes } from './window-minutes.ts';

/** Where something is written, by reference or on the spot. */
interface Said<Spec> {
  readonly document: OpensloDocument;
  readonly path: Path;
  readonly name: string;
  readonly spec: Spec;
}

/** The alerts that the policies of an SLO declare: each condition is a tier. */
export function fromPolicies(
  slo: DocumentOf<'SLO'>,
  window: Window,
  byName: ByName,
  findings: Findings,
): Pick<AlertPolicy, 'tiers' | 'noData'> {
  const policies = policiesOf(slo, byName);
  const silent = policies.every(({ spec }) => spec.alertWhenNoData === false);
  const tiers = policies
    .filter(({ spec }) => spec.alertWhenBreaching !== false)
    .flatMap((policy) => conditionsOf(policy, byName))
    .map((condition) => tierOf(condition, window, findings))
    .filter((tier) => tier !== null);
  return { tiers, noData: silent ? null : usualPolicy.noData };
}

function policiesOf(slo: DocumentOf<'SLO'>, byName: ByName): readonly Said<AlertPolicySpec>[] {
  return (slo.spec.alertPolicies ?? []).flatMap(
    ({ ref, metadata, spec }, index): readonly Said<AlertPolicySpec>[] => {
      const path = ['spec', 'alertPolicies', index, 'spec'];
      if (spec !== undefined)
        return [{ document: slo, path, name: metadata?.name ?? `alert-${index + 1}`, spec }];
      const document = ref === undefined ? undefined : byName('AlertPolicy', ref);
      return document === undefined
        ? []
        : [{ document, path: ['spec'], name: document.metadata.name, spec: document.spec }];
    },
  );
}

function conditionsOf(
  policy: Said<AlertPolicySpec>,
  byName: ByName,
): readonly Said<AlertConditionSpec>[] {
  return (policy.spec.conditions ?? []).flatMap(
    ({ ref, metadata, spec }, index): readonly Said<AlertConditionSpec>[] => {
      const path = [...policy.path, 'conditions', index, 'spec'];
      if (spec !== undefined)
        return [{ document: policy.document, path, name: metadata?.name ?? policy.name, spec }];
      const document = ref === undefined ? undefined : byName('AlertCondition', ref);
      return document === undefined
        ? []
        : [{ document, path: ['spec'], name: document.metadata.name, spec: document.spec }];
    },
  );
}

/**
 * OpenSLO says "faster than `threshold` over `lookbackWindow`, for `alertAfter`": the longer window
 * and the shorter of a pair. Where nothing is said the shorter is a twelfth, as in the SRE Workbook.
 */
function tierOf(
  { document, path, name, spec }: Said<AlertConditionSpec>,
  window: Window,
  { problem }: Findings,
): Tier | null {
  const { severity, condition } = spec;
  const { op = 'gt', threshold, lookbackWindow, alertAfter } = condition;
  if (severity !== 'page' && severity !== 'ticket') {
    const value = JSON.stringify(severity.slice(0, 80));
    problem(document, [...path, 'severity'], 'not-one-of', { value, options: ['page', 'ticket'] });
    return null;
  }
  if (op === 'lt' || op === 'lte') {
    const facts = { value: op, options: ['gt', 'gte'] };
    problem(document, [...path, 'condition', 'op'], 'not-one-of', facts);
    return null;
  }
  if (threshold === undefined || lookbackWindow === undefined) return null;
  const long = nominalSeconds(lookbackWindow) / 60;
  const twelfth = Math.max(1, Math.round(long / 12));
  const short = alertAfter === undefined ? twelfth : nominalSeconds(alertAfter) / 60;
  const share = Number(((threshold * long) / usualMinutes(window)).toPrecision(12));
  return { name, severity, long, short, share };
}
