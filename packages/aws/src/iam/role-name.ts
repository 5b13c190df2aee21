import { CloudError, type CloudScope } from '@sekisho/core/cloud';

/**
 * What IAM calls a role by: the last part of its ARN.
 * @throws {CloudError} `invalid` when the role is in another account, where one of that name may stand for something else
 */
export function roleNameOf({ account }: CloudScope, roleArn: string): string {
  const [, owner, name] = /^arn:[\w-]+:iam::(\d{12}):role\/(?:.*\/)?([^/]+)$/.exec(roleArn) ?? [];
  if (name !== undefined && owner === account) return name;
  throw new CloudError('invalid', 'WrongAccount', `${roleArn} is no role of account ${account}`);
}
