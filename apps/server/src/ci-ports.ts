import type { Config } from '@sekisho/config';
import type { CiPorts } from '@sekisho/core';
import { createKeySets, type Fetch } from '@sekisho/github-oidc';

/** Roles for CI jobs, and how the keys of their issuers are fetched. */
export interface CiParts {
  readonly cloud: NonNullable<CiPorts['ci']>['cloud'];
  readonly fetch: Fetch;
}

/** What lending to jobs needs; keys are kept of the issuers that the configuration in force names. */
export function ciPorts(
  ci: CiParts | undefined,
  config: () => Config,
  now: () => Date,
): Pick<CiPorts, 'ci'> {
  if (ci === undefined) return {};
  const issuers = () => config().ci?.issuers ?? [];
  return { ci: { cloud: ci.cloud, keys: createKeySets({ issuers, fetch: ci.fetch, now }) } };
}
