import { practiceCi, practiceDirectory, type World } from '@sekisho/practice/aws';

/** How many borrow at once, and on how much of AWS. */
export interface Crowd {
  /** Leases of each kind. */
  readonly leases: number;
  /** Accounts that permission sets are lent in: Identity Center changes one thing of an account at a time. */
  readonly accounts: number;
  /** Leases that share a role: its inline policies have room for some twenty windows. */
  readonly perRole: number;
}

export const audience = 'https://sekisho.example.com';
const home = '222222222222';
const permissionSet = 'ReadOnly';

/** Which person borrows in which account for the lease of this number, and which role its job does. */
export function placeOf(number: number, { accounts, perRole }: Crowd) {
  const account = number % accounts;
  return {
    ...{ permissionSet, account: accountName(account), accountId: accountId(account) },
    person: `p${Math.floor(number / accounts)}`,
    role: Math.floor(number / perRole),
  };
}

export const windowPurpose = (role: number) => `w${role}`;
export const brokerPurpose = (role: number) => `b${role}`;
export const userId = (person: string) =>
  `44444444-0000-4000-8000-${person.slice(1).padStart(12, '0')}`;
const accountName = (account: number) => `crowd-${account}`;
const accountId = (account: number) => String(700_000_000_000 + account);
const roleArn = (name: string) => `arn:aws:iam::${home}:role/${name}`;

function rolesOf({ leases, perRole }: Crowd): number[] {
  return Array.from({ length: Math.ceil(leases / perRole) }, (_, role) => role);
}

function peopleOf({ leases, accounts }: Crowd): string[] {
  return Array.from({ length: Math.ceil(leases / accounts) }, (_, index) => `p${index}`);
}

/** Puts the people, accounts and roles into practice AWS. */
export function populate(world: World, crowd: Crowd): void {
  const { directory, roles } = world;
  for (const person of peopleOf(crowd)) {
    const [id, email] = [userId(person), `${person}@example.com`];
    directory.users.put(id, { id, userName: person, displayName: person, email, enabled: true });
  }
  for (let account = 0; account < crowd.accounts; account += 1) {
    const [id, name] = [accountId(account), accountName(account)];
    const email = `${name}@example.com`;
    directory.accounts.put(id, { id, name, email, status: 'ACTIVE', joinedAt: 0 });
  }
  const copies = [
    [practiceCi.windowRole, windowPurpose],
    [practiceCi.applyRole, brokerPurpose],
  ] as const;
  for (const [name, purpose] of copies) {
    const model = roles.get(`${home}/${name}`);
    if (model === undefined) throw new Error(`practice has no role ${name}`);
    for (const role of rolesOf(crowd)) {
      const roleId = `AROA${purpose(role).toUpperCase().padEnd(17, '0')}`;
      roles.put(`${home}/${purpose(role)}`, { ...model, name: purpose(role), roleId });
    }
  }
}

/** The permission set that all of them borrow, by its ARN. */
export const permissionSetArn = practiceDirectory.permissionSetArn(permissionSet);

/** Practice's configuration with the crowd, its accounts and its roles in it. */
export function edited(yaml: string, crowd: Crowd): string {
  const people = peopleOf(crowd).map(
    (id) =>
      `  - { id: ${id}, name: { en: ${id}, ja: ${id} }, email: ${id}@example.com, groups: [crowd], role: member }\n`,
  );
  const numbers = Array.from({ length: crowd.accounts }, (_, account) => account);
  const accounts = numbers.map(
    (account) =>
      `  ${accountName(account)}: { id: '${accountId(account)}', permissionSets: [${permissionSet}] }\n`,
  );
  const where = numbers.map(accountName).join(', ');
  return yaml
    .replace(/\nci:\n(?:[ #].*\n|\n)*/, '\n')
    .replace('\nonCall:', `${people.join('')}\nonCall:`)
    .replace(/\naccounts:\n/, `\naccounts:\n${accounts.join('')}`)
    .replace(/\n {4}purposes: \[apply\]\n/, `\n    purposes: [${windowPurpose(0)}]\n`)
    .replace(/\nleases:\n/, `${policies(where)}\nleases:\n`)
    .concat(ci(crowd));
}

const policies = (where: string) => `  - id: crowd
    who: [group:crowd]
    what: [permission-set]
    where: [${where}]
  - id: crowd-of-jobs
    who: [repository:infra]
    what: [ci-role]
    where: [staging]
`;

function ci(crowd: Crowd): string {
  const purpose = (name: string, more: string) =>
    `        ${name}: { role: '${roleArn(name)}', account: staging, plan: none, refs: ['refs/heads/*'], workflow: acme/infra/.github/workflows/apply.yml@refs/heads/main, ${more} }\n`;
  const lines = rolesOf(crowd).flatMap((role) => [
    purpose(windowPurpose(role), 'approach: window'),
    purpose(brokerPurpose(role), `externalId: ${practiceCi.externalId}`),
  ]);
  return `\nurl: ${audience}\nci:\n  repositories:\n    infra:\n      id: '123456'\n      repository: acme/infra\n      purposes:\n${lines.join('')}`;
}
