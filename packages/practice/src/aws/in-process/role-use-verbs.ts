import { type AccessCloud, CloudError } from '@sekisho/core/cloud';
import type { Send } from './send.ts';

/** The port's verbs about which IAM roles there are and when they were used. */
export function roleUseVerbs(send: Send): Pick<AccessCloud, 'iamRoles' | 'roleUse'> {
  return {
    iamRoles: async (scope) => {
      const roles = [];
      let marker: string | null = null;
      do {
        const page: RolePage = send(scope, 'ListRoles', {
          ...(marker === null ? {} : { Marker: marker }),
        });
        roles.push(...page.Roles);
        marker = page.Marker;
      } while (marker !== null);
      return roles.map(({ RoleName, Path, CreateDate }) => ({
        ...{ name: RoleName, path: Path, createdAt: CreateDate.toISOString() },
      }));
    },
    roleUse: async (scope, name) => {
      try {
        const { LastUsedDate, Region } = send(scope, 'GetRole', { RoleName: name }).Role
          .RoleLastUsed;
        return { lastUsedAt: LastUsedDate?.toISOString() ?? null, region: Region ?? null };
      } catch (error) {
        if (error instanceof CloudError && error.failure === 'not-found') return null;
        throw error;
      }
    },
  };
}

interface RolePage {
  readonly Roles: readonly {
    readonly RoleName: string;
    readonly Path: string;
    readonly CreateDate: Date;
  }[];
  readonly Marker: string | null;
}
