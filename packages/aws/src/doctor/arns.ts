import { partitionOf } from '@sekisho/accounts';
import type { CloudScope } from '@sekisho/core/cloud';

/** Names of things in a scope's account. */
export interface Arns {
  readonly partition: string;
  /** Of something in the scope's region. */
  here(service: string, what: string): string;
  /** @param name with its path where it has one */
  role(name: string): string;
}

/** @see Arns */
export function arnsOf({ account, region }: Pick<CloudScope, 'account' | 'region'>): Arns {
  const partition = partitionOf(region);
  return {
    partition,
    here: (service, what) => `arn:${partition}:${service}:${region}:${account}:${what}`,
    role: (name) => `arn:${partition}:iam::${account}:role/${name}`,
  };
}
