/** Their absence lets others do what they could not, or leaves no trace of it. */
const guardrails: ReadonlySet<string> = new Set([
  'aws_cloudtrail',
  'aws_config_configuration_recorder',
  'aws_config_configuration_recorder_status',
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

/** Whether a resource of this type is there to keep others from something, or to notice it. */
export function isGuardrail(type: string): boolean {
  return guardrails.has(type);
}
