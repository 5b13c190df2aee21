import type { CiCloud } from '@sekisho/core/cloud';
import { type AwsOptions, createCaller } from './caller.ts';
import { role } from './iam/role.ts';
import { deleteRolePolicy, putRolePolicy } from './iam/role-policies.ts';
import { assumeSession } from './sts/assume-session.ts';

/** The port `CiCloud` by the SDK. @see CiCloud for what each method promises. */
export function createSdkCi(options: AwsOptions): CiCloud & { close(): void } {
  const { within, close } = createCaller<keyof CiCloud>(options);
  return {
    assumeRole: (scope, session) => within('assumeRole', scope, (at) => assumeSession(at, session)),
    role: (scope, roleArn, prefix) => within('role', scope, (at) => role(at, roleArn, prefix)),
    putRolePolicy: (scope, policy) =>
      within('putRolePolicy', scope, (at) => putRolePolicy(at, policy)),
    deleteRolePolicy: (scope, policy) =>
      within('deleteRolePolicy', scope, (at) => deleteRolePolicy(at, policy)),
    close,
  };
}
