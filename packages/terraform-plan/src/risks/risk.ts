import type { Change } from '../reading/change.ts';

/** What a plan may do that whoever approves it must have seen. The words for them are in the catalogue. */
export const riskCodes = [
  'destroy-stateful',
  'replace-stateful',
  'forget-stateful',
  'destroy',
  'replace',
  'guardrail-removed',
  'policy-any-action',
  'policy-any-resource',
  'policy-any-principal',
  'policy-principal-added',
  'policy-escalation',
  'policy-inverted',
  'policy-deny-removed',
  'policy-condition-removed',
  'trust-widened',
  'admin-attached',
  'access-given',
  'boundary-removed',
  'identity-provider',
  'standing-key',
  'public-bucket',
  'open-to-internet',
  'publicly-accessible',
  'public-address',
  'route-to-internet',
  'networks-joined',
  'encryption-off',
  'protection-off',
  'backup-shortened',
  'outside-directories',
  'runs-command',
  'action-invoked',
  'provider-unknown',
  'unknown-value',
  'hidden-value',
  'lookalike-name',
  'deferred',
  'check-failed',
  'plan-errored',
  'plan-incomplete',
] as const;
export type RiskCode = (typeof riskCodes)[number];

export const severities = ['danger', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

export interface Risk {
  readonly code: RiskCode;
  readonly severity: Severity;
  /** What it is about; empty where it is the plan as a whole. */
  readonly address: string;
  /** What the words need: the attribute, the port, the kind of data; never anything sensitive. */
  readonly facts: Readonly<Record<string, string>>;
}

/** One kind of look at one change. */
export type Rule = (change: Change) => readonly Risk[];

/** A risk about a change. */
export function risk(
  { address }: Change,
  code: RiskCode,
  severity: Severity,
  facts: Readonly<Record<string, string>> = {},
): Risk {
  return { code, severity, address, facts };
}

/** Whether the plan writes it: what is only read or left as it is cannot widen anything. */
export function isWritten({ action, mode }: Change): boolean {
  return mode === 'managed' && action !== 'no-op' && action !== 'read' && action !== 'forget';
}
