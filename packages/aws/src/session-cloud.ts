import type { SessionCloud } from '@sekisho/core/cloud';
import type { AwsOptions } from './caller.ts';

/** Changes of policies are several calls in a row, which Organizations answers slowly. */
const patientMs = 30_000;

/**
 * The port `SessionCloud` on AWS. @see SessionCloud for what each method promises. As the port of ops
 * servers does, it loads the SDK by its first call.
 */
export function createAwsSessionCloud(options: AwsOptions): SessionCloud & { close(): void } {
  let loading: Promise<SessionCloud & { close(): void }> | null = null;
  const load = () => {
    loading ??= import('./sdk-sessions.ts').then(({ createSdkSessions }) =>
      createSdkSessions({ requestTimeoutMs: patientMs, ...options }),
    );
    return loading;
  };
  return {
    sessionPolicies: async (scope, names) => (await load()).sessionPolicies(scope, names),
    denySessions: async (scope, names, order) => (await load()).denySessions(scope, names, order),
    allowSessions: async (scope, names, id) => (await load()).allowSessions(scope, names, id),
    close: () => void loading?.then((cloud) => cloud.close()),
  };
}
