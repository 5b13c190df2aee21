import { isGuardrail } from './guardrails.ts';
import type { RiskCode, Severity } from './risk.ts';

/** What an attribute must not become, whatever resource it is of. */
export interface Watch {
  readonly code: RiskCode;
  readonly severity: Severity;
  /** `on`: true or set protects; `off`: false protects; `more`: a larger number protects. */
  readonly safe: 'on' | 'off' | 'more';
  /** Told of a new resource as well, where it stands explicitly unsafe. */
  readonly atCreation: boolean;
}

function watches(
  code: RiskCode,
  safe: Watch['safe'],
  names: string,
  [severity, atCreation]: readonly [Severity, boolean] = ['danger', false],
): readonly (readonly [string, Watch])[] {
  return names.split(/\s+/).map((name) => [name, { code, severity, safe, atCreation }]);
}

/** Attributes that mean the same wherever they stand. Names as the providers document them. */
const watched: ReadonlyMap<string, Watch> = new Map([
  ...watches(
    'encryption-off',
    'on',
    `storage_encrypted encrypted at_rest_encryption_enabled transit_encryption_enabled enable_key_rotation
    enforce_https node_to_node_encryption encrypt_at_rest require_ssl enable_https_traffic_only
    https_traffic_only_enabled in_transit_encryption`,
    ['danger', true],
  ),
  ...watches(
    'encryption-off',
    'on',
    'kms_key_id kms_master_key_id kms_key_arn server_side_encryption_configuration',
  ),
  ...watches(
    'protection-off',
    'on',
    `deletion_protection deletion_protection_enabled enable_deletion_protection disable_api_termination
    purge_protection_enabled enable_termination_protection object_lock_enabled enable_log_file_validation
    enable_logging multi_az prevent_destroy copy_tags_to_snapshot_on_delete`,
  ),
  ...watches('protection-off', 'off', 'skip_final_snapshot force_destroy force_delete'),
  ...watches(
    'backup-shortened',
    'more',
    `backup_retention_period retention_in_days retention_period snapshot_retention_limit
    automated_snapshot_retention_period automatic_backup_retention_days deletion_window_in_days
    recovery_window_in_days soft_delete_retention_days message_retention_seconds backup_retention_days
    soft_delete_retention_in_days retention_days`,
  ),
  ...watches(
    'publicly-accessible',
    'off',
    'publicly_accessible endpoint_public_access public_network_access_enabled',
    ['danger', true],
  ),
  ...watches('publicly-accessible', 'on', 'endpoint_private_access internal', ['warning', false]),
  ...watches(
    'public-address',
    'off',
    'associate_public_ip_address map_public_ip_on_launch assign_public_ip ipv4_enabled',
    ['warning', true],
  ),
]);

/** Whether a guardrail works at all. Names as the AWS provider documents them. */
const working: ReadonlySet<string> = new Set(['enable', 'enabled', 'is_enabled']);
const guarding: Watch = {
  code: 'protection-off',
  severity: 'danger',
  safe: 'on',
  atCreation: false,
};

/**
 * What the attribute under a path must not become; undefined where it may be anything.
 * @param path names from the top of the resource, at least one
 */
export function watchOf(type: string, path: readonly string[]): Watch | undefined {
  const name = path.at(-1) ?? '';
  if (path.length === 1 && working.has(name) && isGuardrail(type)) return guarding;
  return watched.get(name);
}

/** Of logs a retention of 0 is for ever; of backups it is none. */
export const zeroIsForEver: ReadonlySet<string> = new Set(['retention_in_days']);
