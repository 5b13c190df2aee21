import type { SessionCloud } from '@sekisho/core/cloud';
import { type AwsOptions, createCaller } from './caller.ts';
import {
  allowSessions,
  denySessions,
  sessionPolicies,
} from './organizations/policies/session-policies.ts';

/** The port `SessionCloud` by the SDK. @see SessionCloud for what each method promises. */
export function createSdkSessions(options: AwsOptions): SessionCloud & { close(): void } {
  const { within, close } = createCaller<keyof SessionCloud>(options);
  const { installation } = options;
  return {
    sessionPolicies: (scope, names) =>
      within('sessionPolicies', scope, (at) => sessionPolicies(at, { ...names, installation })),
    denySessions: (scope, names, order) =>
      within('denySessions', scope, (at) => denySessions(at, { ...names, installation }, order)),
    allowSessions: (scope, names, account) =>
      within('allowSessions', scope, (at) =>
        allowSessions(at, { ...names, installation }, account),
      ),
    close,
  };
}
