import {
  practiceAccounts,
  practiceCi,
  practiceDirectory,
  practiceIdentityCenter,
} from '@sekisho/practice/aws';
import type { AccessPlace, CiPlace } from '../../src/policies/index.ts';

const { managementAccount, region, identityStoreId, organizationId, instanceArn } =
  practiceIdentityCenter;
const shared = { partition: 'aws', regions: [region] } as const;

/** Practice's Identity Center, of which ReadOnly is lent in two accounts, and membership of the group `sre`. */
export function practiceAccess(installation: string): AccessPlace {
  const setId = practiceDirectory.permissionSetArn('ReadOnly').split('/').at(-1) ?? '';
  return {
    ...{ ...shared, installation, account: managementAccount, management: managementAccount },
    instance: instanceArn.split('/').at(-1) ?? '',
    ...{ identityStore: identityStoreId, organization: organizationId },
    lent: {
      // The last is of nobody: what Identity Center says of it is part of the contract.
      accounts: [practiceAccounts.staging, practiceAccounts.production, '999999999999'],
      permissionSets: [setId],
      groups: [practiceDirectory.groupId('sre')],
    },
    schedulerRole: 'sekisho-access-removal',
    ownRole: 'sekisho',
  };
}

/** The roles that practice lends to CI jobs, and one that is not there. */
export const practiceCiPlace: CiPlace = {
  ...{ ...shared, installation: 'contract', account: practiceAccounts.production },
  brokerRoles: [practiceCi.applyRole, 'nobody'],
  windowRoles: [practiceCi.windowRole],
};
