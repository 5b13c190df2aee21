import { z } from 'zod';
import { pageOf } from '../ec2/pages.ts';
import { operation } from '../operation.ts';
import { accountId, page } from '../sso/input.ts';
import { practiceIdentityCenter } from '../sso/place.ts';
import type { OrgAccount } from '../world/identity-records.ts';
import { Refusal } from '../world/refusal.ts';
import { admit } from './admit.ts';

const { organizationId, managementAccount } = practiceIdentityCenter;
const pageRule = {
  ...{ least: 1, most: 20, usual: 20 },
  ...{ errorCode: 'InvalidInputException', tokenErrorCode: 'InvalidInputException' },
};

/** `ListAccounts` of the organization, in every state; pages of 1 to 20. */
export const listAccounts = operation({
  service: 'organizations',
  input: z.strictObject(page),
  run: (moment, asked) => {
    admit(moment, 'ListAccounts');
    const all = [...moment.world.directory.accounts.values()];
    const { items, nextToken } = pageOf(all, ({ id }) => id, asked, pageRule);
    return { Accounts: items.map(describe), NextToken: nextToken ?? undefined };
  },
});

/** `DescribeAccount`. Errors: `AccountNotFoundException`. */
export const describeAccount = operation({
  service: 'organizations',
  input: z.strictObject({ AccountId: accountId }),
  run: (moment, asked) => {
    admit(moment, 'DescribeAccount');
    const account = moment.world.directory.accounts.get(asked.AccountId);
    if (account !== undefined) return { Account: describe(account) };
    const message = "You specified an account that doesn't exist.";
    throw new Refusal('AccountNotFoundException', message, 400);
  },
});

/** `DescribeOrganization`: any account of it may ask. */
export const describeOrganization = operation({
  service: 'organizations',
  input: z.strictObject({}),
  run: ({ world }) => ({
    Organization: {
      Id: organizationId,
      Arn: `arn:aws:organizations::${managementAccount}:organization/${organizationId}`,
      FeatureSet: 'ALL' as const,
      MasterAccountId: managementAccount,
      MasterAccountArn: arnOf(managementAccount),
      MasterAccountEmail: world.directory.accounts.get(managementAccount)?.email,
    },
  }),
});

function describe({ id, name, email, status, joinedAt }: OrgAccount) {
  return {
    ...{ Id: id, Arn: arnOf(id), Name: name, Email: email, Status: status, State: status },
    ...{ JoinedMethod: 'CREATED' as const, JoinedTimestamp: new Date(joinedAt) },
  };
}

function arnOf(account: string): string {
  return `arn:aws:organizations::${managementAccount}:account/${organizationId}/${account}`;
}
