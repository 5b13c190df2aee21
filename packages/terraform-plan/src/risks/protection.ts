import type { Change } from '../reading/change.ts';
import { isHidden, type Masked, unknown } from '../reading/masked.ts';
import { isList, isMap, numberOf } from './look.ts';
import { isWritten, type Risk, type RiskCode, risk, type Severity } from './risk.ts';
import { lostWith } from './stateful.ts';

/** What an attribute must not become, whatever resource it is of. */
interface Watch {
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

/** Of logs a retention of 0 is for ever; of backups it is none. */
const zeroIsForEver: ReadonlySet<string> = new Set(['retention_in_days']);

/** Encryption, protection against deletion, backups and privacy that a change takes away. */
export function protectionRisks(change: Change): readonly Risk[] {
  if (!isWritten(change) || change.action === 'delete') return [];
  return [...blockRisks(change), ...walk(change, change.before, change.after, [])];
}

function walk(
  change: Change,
  before: Masked,
  after: Masked,
  path: readonly string[],
): readonly Risk[] {
  if (isList(after)) {
    const old = isList(before) ? before : [];
    return after.flatMap((one, index) => walk(change, old[index] ?? null, one, path));
  }
  if (!isMap(after)) return [];
  const names = new Set([...after.keys(), ...(isMap(before) ? before.keys() : [])]);
  return [...names].flatMap((name) => {
    const was = isMap(before) ? (before.get(name) ?? null) : null;
    const is = after.get(name) ?? null;
    const watch = watched.get(name);
    const at = [...path, name];
    return watch === undefined
      ? walk(change, was, is, at)
      : judged(change, { was, is, watch, name, attribute: at.join('.') });
  });
}

interface Judged {
  readonly was: Masked;
  readonly is: Masked;
  readonly watch: Watch;
  readonly name: string;
  readonly attribute: string;
}

function judged(change: Change, { was, is, watch, name, attribute }: Judged): readonly Risk[] {
  const { code, severity, safe, atCreation } = watch;
  const isNew = change.before === null;
  // A key or a flag that is made by the same plan is unknown at first; where something was, it is told.
  if (is === unknown || isHidden(is)) {
    if (was === is || isNew || was === null) return [];
    const unseen = is === unknown ? 'unknown-value' : 'hidden-value';
    return [risk(change, unseen, 'warning', { attribute })];
  }
  if (safe === 'more') {
    const [old, now] = [lengthOf(was, name), lengthOf(is, name)];
    if (old === null || now === null || now >= old) return [];
    return [risk(change, code, severity, { attribute, from: String(was), to: String(is) })];
  }
  const isUnsafe = safe === 'on' ? !isSet(is) : isSet(is);
  const wasUnsafe = safe === 'on' ? !isSet(was) : isSet(was);
  if (!isUnsafe) return [];
  if (isNew) {
    const explicit = safe === 'off' || is === false;
    return atCreation && explicit && (code !== 'encryption-off' || lostWith(change.type) !== null)
      ? [risk(change, code, 'warning', { attribute })]
      : [];
  }
  return wasUnsafe ? [] : [risk(change, code, severity, { attribute })];
}

function isSet(value: Masked): boolean {
  if (value === null || value === false || value === '' || value === 'false') return false;
  return isList(value) ? value.length > 0 : true;
}

function lengthOf(value: Masked, name: string): number | null {
  const length = numberOf(value);
  return length === 0 && zeroIsForEver.has(name) ? Number.POSITIVE_INFINITY : length;
}

/** Blocks with `enabled`, or `status`, whose name alone tells what they protect. */
function blockRisks(change: Change): readonly Risk[] {
  const blocks = [
    ['point_in_time_recovery', 'protection-off'],
    ['versioning', 'protection-off'],
    ['versioning_configuration', 'protection-off'],
    ['server_side_encryption', 'encryption-off'],
    ['encrypt_at_rest', 'encryption-off'],
    ['logging', 'protection-off'],
  ] as const;
  if (!isMap(change.before) || !isMap(change.after)) return [];
  const [before, after] = [change.before, change.after];
  return blocks.flatMap(([block, code]) =>
    isOn(before.get(block) ?? null) === true && isOn(after.get(block) ?? null) === false
      ? [risk(change, code, 'danger', { attribute: block })]
      : [],
  );
}

function isOn(block: Masked): boolean | null {
  const inner = isList(block) ? (block[0] ?? null) : block;
  if (inner === null) return false;
  if (!isMap(inner)) return null;
  const flag = inner.get('enabled') ?? inner.get('status') ?? true;
  if (typeof flag === 'string') return flag === 'Enabled' || flag === 'true';
  return typeof flag === 'boolean' ? flag : null;
}
