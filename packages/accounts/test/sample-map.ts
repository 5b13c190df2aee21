import type { Account, AccountMap } from '../src/index.ts';

/** An account of which nothing matters but what is given. */
export function sampleAccount(given: Partial<Account> & Pick<Account, 'name' | 'id'>): Account {
  const nothing = { environment: null, production: false, region: null, color: null };
  return { ...nothing, aliases: [], permissionSets: [], roles: [], ...given };
}

const admin = { name: 'AdministratorAccess', groups: ['sre'], standing: false };
const readOnly = { name: 'ReadOnly', groups: [], standing: true };

/** Three accounts: a hub that one signs in to, and two with roles and permission sets. */
export const sampleMap: AccountMap = {
  identityCenter: {
    session: 'corp',
    startUrl: 'https://example.awsapps.com/start',
    region: 'ap-northeast-1',
  },
  accounts: [
    sampleAccount({ name: 'hub', id: '000011112222', permissionSets: [admin] }),
    sampleAccount({
      name: 'production',
      id: '111122223333',
      production: true,
      aliases: ['prod'],
      color: 'd9534f',
      permissionSets: [admin, readOnly],
      roles: [
        {
          name: 'deploy/Deploy',
          from: { account: 'hub', permissionSet: 'AdministratorAccess' },
          externalId: null,
          tags: { team: 'sre', purpose: 'deploy' },
          transitiveTags: ['team'],
        },
      ],
    }),
    sampleAccount({
      name: 'sandbox',
      id: '444455556666',
      region: 'us-east-1',
      roles: [
        {
          name: 'Developer',
          from: { account: 'hub', permissionSet: null },
          externalId: 'x-1',
          tags: {},
          transitiveTags: [],
        },
      ],
    }),
  ],
};
