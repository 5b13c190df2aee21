import type { Config } from '@sekisho/config';
import type { IamRole } from '../cloud.ts';

/**
 * Whether AWS made a role and alone may change it: one linked to a service, or a permission set's
 * (`AWSReservedSSO_…`). Source: "IAM roles" of the IAM user guide; both have paths that nobody else can use.
 */
export function isAwsOwned({ path, name }: Pick<IamRole, 'path' | 'name'>): boolean {
  const reserved = ['/aws-service-role/', '/aws-reserved/'];
  return reserved.some((begin) => path.startsWith(begin)) || name.startsWith('AWSReservedSSO_');
}

/** ARNs of the roles that Sekisho itself is configured with: that nobody else uses them is as it should be. */
export function ownRoles({ access, environments, ci }: Config): ReadonlySet<string> {
  const purposes = [...(ci?.repositories.values() ?? [])].flatMap((each) =>
    Object.values(each.purposes),
  );
  const arns = [
    access?.roleArn,
    access?.liveSessions?.roleArn,
    ...(access?.accounts ?? []).map(({ look }) => look?.roleArn),
    ...Object.values(environments).map(({ roleArn }) => roleArn),
    ...purposes.flatMap(({ role, account }) => [role, account.roleArn]),
  ];
  return new Set(arns.flatMap((arn) => arn ?? []));
}
