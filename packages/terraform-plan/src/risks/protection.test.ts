import { describe, expect, it } from 'vitest';
import { risksOf } from '../../test/plan.ts';

describe('protection that a change takes away', () => {
  const before = {
    ...{ storage_encrypted: true, deletion_protection: true, backup_retention_period: 14 },
    ...{ publicly_accessible: false, skip_final_snapshot: false },
  };
  const type = 'aws_rds_cluster';

  it.each([
    ['encryption', { storage_encrypted: false }, 'danger encryption-off'],
    ['deletion protection', { deletion_protection: false }, 'danger protection-off'],
    ['the last snapshot', { skip_final_snapshot: true }, 'danger protection-off'],
    ['days of backups', { backup_retention_period: 1 }, 'danger backup-shortened'],
    ['privacy', { publicly_accessible: true }, 'danger publicly-accessible'],
  ])('tells that %s goes', (_, after, told) => {
    expect(risksOf({ type, before, after: { ...before, ...after } })).toEqual([told]);
  });

  it('says nothing where protection grows', () => {
    const better = { ...before, backup_retention_period: 35 };
    expect(risksOf({ type, before, after: better })).toEqual([]);
    const forEver = { retention_in_days: 0 };
    const logs = { type: 'aws_cloudwatch_log_group', after: forEver };
    expect(risksOf({ ...logs, before: { retention_in_days: 30 } })).toEqual([]);
    expect(risksOf({ ...logs, before: forEver, after: { retention_in_days: 1 } })).toEqual([
      'danger backup-shortened',
    ]);
  });

  it('warns where it will be known only after the apply', () => {
    const after = { ...before, deletion_protection: undefined };
    expect(risksOf({ type, before, after, unknown: { deletion_protection: true } })).toEqual([
      'warning unknown-value',
    ]);
  });

  it('looks into blocks', () => {
    const on = { point_in_time_recovery: [{ enabled: true }] };
    const off = { point_in_time_recovery: [{ enabled: false }] };
    expect(risksOf({ type: 'aws_dynamodb_table', before: on, after: off })).toEqual([
      'danger protection-off',
    ]);
  });

  it('is told where a block that was on cannot be seen any more, and not where it was off', () => {
    const versioning = (status: string) => ({ versioning_configuration: [{ status }] });
    const computed = {
      ...{ type: 'aws_s3_bucket_versioning', after: { versioning_configuration: [{}] } },
      unknown: { versioning_configuration: [{ status: true }] },
    };
    expect(risksOf({ ...computed, before: versioning('Enabled') })).toEqual([
      'warning unknown-value',
    ]);
    expect(risksOf({ ...computed, before: versioning('Suspended') })).toEqual([]);
    const recovery = (enabled: boolean) => ({ point_in_time_recovery: [{ enabled }] });
    const sensitive = (after: boolean, afterSensitive: unknown) =>
      risksOf({
        ...{
          type: 'aws_dynamodb_table',
          before: recovery(true),
          after: { ...recovery(after), x: 1 },
        },
        afterSensitive: { point_in_time_recovery: afterSensitive },
      });
    expect(sensitive(false, [{ enabled: true }])).toEqual(['warning hidden-value']);
    expect(sensitive(false, true)).toEqual(['warning hidden-value']);
    expect(sensitive(true, [{ enabled: true }])).toEqual([]);
    const gone = { type: 'aws_dynamodb_table', before: recovery(true), after: {} };
    const beforeSensitive = { point_in_time_recovery: [{ enabled: true }] };
    expect(risksOf({ ...gone, beforeSensitive })).toEqual(['warning hidden-value']);
  });

  it('is told where a flag is sensitive and changes', () => {
    const afterSensitive = { deletion_protection: true };
    const after = { ...before, deletion_protection: false };
    expect(risksOf({ type, before, after, afterSensitive })).toEqual(['warning hidden-value']);
    const same = { ...before, port: 1 };
    expect(risksOf({ type, before, after: same, afterSensitive })).toEqual([]);
  });

  it.each([
    ['aws_guardduty_detector', 'enable'],
    ['aws_config_configuration_recorder_status', 'is_enabled'],
    ['aws_ebs_encryption_by_default', 'enabled'],
  ])('tells that a guardrail is switched off: %s', (guardrail, name) => {
    const [on, off] = [{ [name]: true }, { [name]: false }];
    expect(risksOf({ type: guardrail, before: on, after: off })).toEqual(['danger protection-off']);
    expect(risksOf({ type: guardrail, before: off, after: on })).toEqual([]);
    expect(risksOf({ type: 'aws_thing', before: on, after: off })).toEqual([]);
  });

  it('tells that the way to a function is not known yet', () => {
    const url = 'aws_lambda_function_url';
    const unknown = { authorization_type: true };
    expect(risksOf({ type: url, after: {}, unknown })).toEqual(['warning unknown-value']);
    expect(risksOf({ type: url, after: { authorization_type: 'NONE' } })).toEqual([
      'danger publicly-accessible',
    ]);
  });
});
