import { actions as roleUse } from './look/role-use.ts';
import { actions as callerAccount } from './sts/caller-account.ts';

/** Every IAM action that the role which looks at an account's roles needs: it reads, and nothing else. */
export const lookActions = [...roleUse, ...callerAccount].sort();
