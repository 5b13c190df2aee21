import type { Change } from '../reading/change.ts';
import { type Risk, risk } from './risk.ts';
import { isDisposable, lostWith } from './stateful.ts';

/** Their absence lets others do what they could not, or leaves no trace of it. */
const guardrails: ReadonlySet<string> = new Set([
  'aws_cloudtrail',
  'aws_config_configuration_recorder',
  'aws_guardduty_detector',
  'aws_securityhub_account',
  'aws_organizations_policy',
  'aws_organizations_policy_attachment',
  'aws_s3_account_public_access_block',
  'aws_s3_bucket_public_access_block',
  'aws_s3_bucket_versioning',
  'aws_s3_bucket_object_lock_configuration',
  'aws_s3_bucket_server_side_encryption_configuration',
  'aws_iam_account_password_policy',
  'aws_ebs_encryption_by_default',
  'aws_flow_log',
  'aws_wafv2_web_acl',
  'aws_wafv2_web_acl_association',
  'aws_networkfirewall_firewall',
  'aws_accessanalyzer_analyzer',
  'aws_backup_vault_lock_configuration',
  'google_org_policy_policy',
  'azurerm_management_lock',
  'github_branch_protection',
]);

/** What a plan destroys, replaces or forgets: data first, then guardrails, then the rest. */
export function destroyRisks(change: Change): readonly Risk[] {
  const { action, type, mode } = change;
  if (mode !== 'managed' || !['delete', 'replace', 'forget'].includes(action)) return [];
  const lost = lostWith(type);
  const facts = { type, ...(change.deposed ? { deposed: 'yes' } : {}) };
  if (action === 'forget')
    return lost === null ? [] : [risk(change, 'forget-stateful', 'warning', { ...facts, lost })];
  if (lost !== null) {
    const code = action === 'delete' ? 'destroy-stateful' : 'replace-stateful';
    return [risk(change, code, 'danger', { ...facts, lost, ...causeOf(change) })];
  }
  if (action === 'delete' && guardrails.has(type))
    return [risk(change, 'guardrail-removed', 'danger', facts)];
  // A type that is not in the table may hold data all the same.
  const severity = isDisposable(type) ? 'note' : 'warning';
  const code = action === 'delete' ? 'destroy' : 'replace';
  return [risk(change, code, severity, { ...facts, ...causeOf(change) })];
}

/** Which attributes force the replacement. */
function causeOf({ action, replaces }: Change): Readonly<Record<string, string>> {
  const paths = replaces.slice(0, 4).map((path) => path.slice(0, 80));
  return action === 'replace' && paths.length > 0 ? { because: paths.join(', ') } : {};
}
