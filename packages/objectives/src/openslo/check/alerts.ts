import type { Path } from '../../problems/index.ts';
import type {
  AlertConditionSpec,
  AlertPolicySpec,
  ConditionItem,
  PolicyItem,
  TargetItem,
  Version,
} from '../model.ts';
import type { Checking } from './findings.ts';
import { checkDescription, checkMetadata } from './metadata.ts';
import { checkOneOf, checkReference } from './reference.ts';

/** Checks an alert policy that is named or written out. */
export function checkPolicy(
  item: PolicyItem,
  path: Path,
  version: Version,
  checking: Checking,
): void {
  checkItem(item, path, { kind: 'AlertPolicy', ref: 'alertPolicyRef', version }, checking);
  if (item.spec) checkPolicySpec(item.spec, [...path, 'spec'], version, checking);
}

/** Checks what an alert policy watches, and whom it tells. */
export function checkPolicySpec(
  spec: AlertPolicySpec,
  path: Path,
  version: Version,
  checking: Checking,
): void {
  const { conditions = [], notificationTargets: targets = [] } = spec;
  checkDescription(spec.description, path, checking);
  if (conditions.length !== 1) {
    const facts = { count: conditions.length, minimum: 1, maximum: 1 };
    checking.problem('wrong-count', [...path, 'conditions'], facts);
  }
  if (targets.length === 0) {
    const facts = { count: 0, minimum: 1, maximum: null };
    checking.problem('wrong-count', [...path, 'notificationTargets'], facts);
  }
  for (const [index, item] of conditions.entries()) {
    const at = [...path, 'conditions', index];
    checkItem(item, at, { kind: 'AlertCondition', ref: 'conditionRef', version }, checking);
    if (item.spec) checkCondition(item.spec, [...at, 'spec'], checking);
  }
  for (const [index, item] of targets.entries()) {
    const at = [...path, 'notificationTargets', index];
    checkItem(item, at, { kind: 'AlertNotificationTarget', ref: 'targetRef', version }, checking);
  }
}

/** Checks that a condition says how much burn over which time. */
export function checkCondition(spec: AlertConditionSpec, path: Path, checking: Checking): void {
  checkDescription(spec.description, path, checking);
  for (const key of ['threshold', 'lookbackWindow'] as const) {
    if (spec.condition[key] !== undefined) continue;
    checking.problem('missing', [...path, 'condition', key], { key });
  }
}

function checkItem(
  item: PolicyItem | ConditionItem | TargetItem,
  path: Path,
  wanted: {
    readonly kind: 'AlertPolicy' | 'AlertCondition' | 'AlertNotificationTarget';
    readonly ref: string;
    readonly version: Version;
  },
  checking: Checking,
): void {
  const { kind, ref, version } = wanted;
  checkOneOf({ [ref]: item.ref, spec: item.spec }, path, checking);
  checkReference(kind, item.ref, [...path, ref], checking);
  if (item.metadata) checkMetadata(item.metadata, [...path, 'metadata'], version, checking);
  if (item.spec !== undefined && item.kind !== kind) {
    const value = item.kind ?? '';
    checking.problem('not-one-of', [...path, 'kind'], {
      value: JSON.stringify(value),
      options: [kind],
    });
  }
}
