import { GetRoleCommand, ListRolesCommand } from '@aws-sdk/client-iam';
import { CloudError, type IamRole, type RoleUse } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { iamFailures } from '../iam/failures.ts';
import { allPages } from '../pages.ts';

export const actions = ['iam:GetRole', 'iam:ListRoles'] as const;

/** As many as IAM gives at once. */
const PAGE_SIZE = 1000;

const listed = z.object({
  Roles: z.array(z.object({ RoleName: z.string().min(1), Path: z.string(), CreateDate: z.date() })),
  Marker: z.string().optional(),
});

/**
 * Roles of the account, all pages.
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html (no RoleLastUsed in it)
 */
export async function listIamRoles({ clients, signal }: Connection): Promise<readonly IamRole[]> {
  return allPages(async (Marker) => {
    const command = new ListRolesCommand({ Marker, MaxItems: PAGE_SIZE });
    const page = await ask(signal, iamFailures, listed, (options) =>
      clients.iam.read.send(command, options),
    );
    const items = page.Roles.map(({ RoleName, Path, CreateDate }) => ({
      ...{ name: RoleName, path: Path, createdAt: CreateDate.toISOString() },
    }));
    return { items, nextToken: page.Marker ?? null };
  });
}

const used = z.object({
  Role: z.object({
    // Both are left out where IAM saw no use within its tracking period.
    RoleLastUsed: z
      .object({ LastUsedDate: z.date().optional(), Region: z.string().optional() })
      .optional(),
  }),
});

/** When a role was last used; null when there is no such role. */
export async function roleUse(
  { clients, signal }: Connection,
  name: string,
): Promise<RoleUse | null> {
  try {
    const command = new GetRoleCommand({ RoleName: name });
    const { Role } = await ask(signal, iamFailures, used, (options) =>
      clients.iam.read.send(command, options),
    );
    const { LastUsedDate, Region } = Role.RoleLastUsed ?? {};
    return { lastUsedAt: LastUsedDate?.toISOString() ?? null, region: Region ?? null };
  } catch (error) {
    if (error instanceof CloudError && error.failure === 'not-found') return null;
    throw error;
  }
}
