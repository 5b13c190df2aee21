import type { AccessConfig, Config } from '@sekisho/config';
import { type DoctorCode, type Finding, found } from '@sekisho/contract';
import { scopeOfCenter } from '../access/index.ts';
import { CloudError, orCloudError } from '../platform/cloud-error.ts';
import type { AccountExam } from './exam.ts';
import { scheduleRole } from './examine-switch.ts';
import { examineUses } from './examine-uses.ts';
import type { Examination } from './ports.ts';
import { refusedRole } from './refused-role.ts';
import type { CloudUse } from './uses.ts';

type Exam = Pick<AccountExam, 'cloud' | 'scope' | 'subject' | 'scheduleRole'>;

const inside: readonly DoctorCode[] = ['removal-role', 'access-permission'];

/** What is looked at in the account that Identity Center is administered from; nothing where nothing is lent by it. */
export function centerExaminations(
  { access }: Pick<Config, 'access'>,
  { cloud, scheduleRole: role }: Pick<AccountExam, 'cloud' | 'scheduleRole'>,
): readonly Examination[] {
  if (access === null) return [];
  const scope = scopeOfCenter(access);
  const { environment: name, account, region } = scope;
  const subject = { kind: 'aws', name, account, region } as const;
  const exam: Exam = { cloud, scope, subject, scheduleRole: role };
  const examine = () => examineInside(exam, useOf(access, role));
  return [{ codes: ['aws-role', ...inside], subject, examine }];
}

async function examineInside(exam: Exam, use: CloudUse): Promise<readonly Finding[]> {
  const { cloud, scope, subject } = exam;
  const identity = await orCloudError(cloud.identity(scope));
  if (identity instanceof CloudError) {
    const blocked = inside.map((code) => found(code, 'blocked', subject, { by: 'aws-role' }));
    return [refusedRole(exam, identity), ...blocked];
  }
  const [role, uses] = await Promise.all([
    scheduleRole(exam, 'removal-role'),
    examineUses(exam, [{ code: 'access-permission', use }]),
  ]);
  return [found('aws-role', 'good', subject, { arn: identity.arn }), role, ...uses];
}

/** A set is lent by an assignment, or by the group that has it. */
function useOf({ accounts }: AccessConfig, removalRole: string): CloudUse {
  const sets = accounts.flatMap((one) => one.sets.map((set) => ({ account: one.id, ...set })));
  const assigned = sets.filter(({ viaGroup }) => viaGroup === null);
  return {
    kind: 'access',
    removalRole,
    accounts: [...new Set(assigned.map(({ account }) => account))],
    permissionSets: [...new Set(assigned.map(({ name }) => name))],
    groups: [...new Set(sets.flatMap(({ viaGroup }) => viaGroup ?? []))],
  };
}
