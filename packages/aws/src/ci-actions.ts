import { actions as readRole } from './iam/role.ts';
import { actions as rolePolicies } from './iam/role-policies.ts';
import { actions as assumeRole } from './sts/assume-role.ts';
import { actions as callerAccount } from './sts/caller-account.ts';

/** Every IAM action that lending roles to CI jobs calls, as the files that call it declare. */
export const ciActions = [...readRole, ...rolePolicies, ...assumeRole, ...callerAccount].sort();

/** What AssumeRole asks for besides, when a session bears tags and says whose it is. */
export const impliedCiActions = ['sts:SetSourceIdentity', 'sts:TagSession'] as const;
