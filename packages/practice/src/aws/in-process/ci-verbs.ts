import {
  type CiCloud,
  CloudError,
  type CloudScope,
  type RoleCredentials,
} from '@sekisho/core/cloud';
import { unlessGone } from './instance-verbs.ts';
import type { Send } from './send.ts';

/** The port's verbs about roles and their sessions. */
export function ciVerbs(send: Send): CiCloud {
  return {
    assumeRole: async (scope, session) =>
      credentialsOf(
        send(scope, 'AssumeRole', {
          RoleArn: session.roleArn,
          RoleSessionName: session.sessionName,
          DurationSeconds: session.seconds,
          SourceIdentity: session.sourceIdentity,
          ExternalId: session.externalId ?? undefined,
          Policy: session.policy ?? undefined,
          Tags: Object.entries(session.tags).map(([Key, Value]) => ({ Key, Value })),
        }),
      ),
    role: async (scope, roleArn, prefix) => {
      const name = roleNameOf(scope, roleArn);
      try {
        const { Role } = send(scope, 'GetRole', { RoleName: name });
        if (Role.Arn !== roleArn) return null;
        const names = send(scope, 'ListRolePolicies', { RoleName: name, MaxItems: 1000 });
        const policies = names.PolicyNames.filter((each) => each.startsWith(prefix)).map((each) => {
          const found = send(scope, 'GetRolePolicy', { RoleName: name, PolicyName: each });
          return [each, JSON.parse(decodeURIComponent(found.PolicyDocument)) as unknown] as const;
        });
        return {
          arn: Role.Arn,
          roleId: Role.RoleId,
          maximumSessionSeconds: Role.MaxSessionDuration,
          policies: Object.fromEntries(policies),
        };
      } catch (error) {
        if (error instanceof CloudError && error.failure === 'not-found') return null;
        throw error;
      }
    },
    putRolePolicy: async (scope, { roleArn, name, document }) => {
      const input = {
        RoleName: roleNameOf(scope, roleArn),
        PolicyName: name,
        PolicyDocument: document,
      };
      send(scope, 'PutRolePolicy', input);
    },
    deleteRolePolicy: async (scope, { roleArn, name }) =>
      unlessGone(() =>
        send(scope, 'DeleteRolePolicy', { RoleName: roleNameOf(scope, roleArn), PolicyName: name }),
      ),
  };
}

/** A session's credentials as the port has them. */
export function credentialsOf({
  Credentials: given,
}: {
  readonly Credentials: {
    readonly AccessKeyId: string;
    readonly SecretAccessKey: string;
    readonly SessionToken: string;
    readonly Expiration: Date;
  };
}): RoleCredentials {
  return {
    accessKeyId: given.AccessKeyId,
    secretAccessKey: given.SecretAccessKey,
    sessionToken: given.SessionToken,
    expiresAt: given.Expiration.toISOString(),
  };
}

/** What IAM calls a role by: the last part of its ARN, in the account that it is in. */
function roleNameOf({ account }: CloudScope, arn: string): string {
  if (arn.split(':')[4] === account) return arn.slice(arn.lastIndexOf('/') + 1);
  throw new CloudError('invalid', 'WrongAccount', `${arn} is no role of account ${account}`);
}
