import { partitionOf } from '@sekisho/accounts';
import type { EnvironmentConfig } from '@sekisho/config';

/** The role, by its name in each account, that dead-man's switches act with. */
export function schedulerRole(name: string) {
  return ({ account, region }: Pick<EnvironmentConfig, 'account' | 'region'>): string =>
    `arn:${partitionOf(region)}:iam::${account}:role/${name}`;
}
