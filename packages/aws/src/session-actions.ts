import { actions as attach } from './organizations/policies/attach.ts';
import { actions as change } from './organizations/policies/change.ts';
import { actions as find } from './organizations/policies/find.ts';
import { actions as assumeRole } from './sts/assume-role.ts';
import { actions as callerAccount } from './sts/caller-account.ts';

/** Every IAM action that ending live sessions calls, as the files that call it declare. */
export const sessionActions = [
  ...[...assumeRole, ...callerAccount],
  ...[...attach, ...change, ...find],
].sort();

/** What AWS asks for besides: CreatePolicy sets the mark. */
export const impliedSessionActions = ['organizations:TagResource'] as const;
