import type { CiCloud } from '@sekisho/core/cloud';
import type { AwsOptions } from './caller.ts';

/**
 * The port `CiCloud` on AWS. @see CiCloud for what each method promises. As the port of ops servers
 * does, it loads the SDK by its first call.
 */
export function createAwsCiCloud(options: AwsOptions): CiCloud & { close(): void } {
  let loading: Promise<CiCloud & { close(): void }> | null = null;
  const load = () => {
    loading ??= import('./sdk-ci.ts').then(({ createSdkCi }) => createSdkCi(options));
    return loading;
  };
  return {
    assumeRole: async (scope, session) => (await load()).assumeRole(scope, session),
    role: async (scope, roleArn, prefix) => (await load()).role(scope, roleArn, prefix),
    putRolePolicy: async (scope, policy) => (await load()).putRolePolicy(scope, policy),
    deleteRolePolicy: async (scope, policy) => (await load()).deleteRolePolicy(scope, policy),
    close: () => void loading?.then((cloud) => cloud.close()),
  };
}
