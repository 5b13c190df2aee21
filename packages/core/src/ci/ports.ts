import type { KeySets } from '@sekisho/github-oidc';
import { AppError } from '../platform/app-error.ts';
import { CloudError } from '../platform/cloud-error.ts';
import type { CiCloud } from './cloud.ts';

/** What lending roles to jobs needs from outside; without it none is lent. */
export interface CiPorts {
  readonly ci?: { readonly cloud: CiCloud; readonly keys: KeySets };
}

/** Errors: `ci-not-set-up` where nothing is lent to jobs. */
export function needCi({ ci }: CiPorts): NonNullable<CiPorts['ci']> {
  if (ci === undefined) throw new AppError('ci-not-set-up', {});
  return ci;
}

/** Stands where nothing is lent to jobs: leases of another time are kept, and nothing is done to them. */
export const noCiCloud: CiCloud = new Proxy({} as CiCloud, {
  get: () => () => Promise.reject(new CloudError('denied', 'NotSetUp', 'no CI')),
});
