import { AppError } from '../platform/app-error.ts';
import { CloudError } from '../platform/cloud-error.ts';
import type { AccessCloud } from './cloud.ts';
import type { SessionCloud } from './sessions/cloud.ts';

/** What lending permission sets needs from outside. */
export interface AccessPorts {
  /** IAM Identity Center; without it no permission set is lent. */
  readonly access?: AccessCloud;
  /** Service control policies; without it sessions live on after their lease. */
  readonly sessions?: SessionCloud;
  /** Name, path included, of the role in each account that dead-man's switches act with: AWS uses it only when one fires. */
  readonly schedulerRole?: string;
}

/** Stands where there is no Identity Center: leases of another time are kept, and nothing is done to them. */
export const noAccessCloud: AccessCloud = new Proxy({} as AccessCloud, {
  get: () => () => Promise.reject(new CloudError('denied', 'NotSetUp', 'no Identity Center')),
});

/** Errors: `access-not-set-up` where nothing is lent by Identity Center. */
export function needAccessCloud({ access }: AccessPorts): AccessCloud {
  if (access === undefined) throw new AppError('access-not-set-up', {});
  return access;
}
