import type { OutputOf } from '@sekisho/contract';
import type { BurdenProps } from './burden-props.ts';

type Accounts = BurdenProps['accounts'];

/** Accounts of the map for which no role to look by is configured. */
export function notLooked(
  accounts: Accounts,
  looks: OutputOf<'access.burden'>['roleLooks'],
): Accounts {
  const looked = new Set(looks.map(({ accountName }) => accountName));
  return accounts.filter(({ name }) => !looked.has(name));
}

/** Lines of sekisho.yaml that let each be looked at, once such a role is there. */
export function lookLines(accounts: Accounts): string {
  const lines = accounts.map(
    ({ id, name }) => `  ${name}:\n    look: { roleArn: "arn:aws:iam::${id}:role/sekisho-look" }\n`,
  );
  return `accounts:\n${lines.join('')}`;
}
