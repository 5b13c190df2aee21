import type { CloudError, CloudScope } from '@sekisho/core/cloud';
import { createAccounts } from './accounts.ts';
import type { AwsCredentials } from './clients.ts';
import type { Connection } from './connection.ts';
import { toCloudError } from './failure.ts';
import { roleSessionName } from './sts/role-session-name.ts';

/** Told of every call that did not succeed. */
export interface AwsLogger {
  warn(facts: Readonly<Record<string, unknown>>, message: string): void;
}

/** What every adapter of a port on AWS is made with. */
export interface AwsOptions {
  /** Every service's address, for practice and tests; none means AWS. */
  readonly endpoint?: string;
  /** None means the SDK's own chain: environment, profile, container, instance. */
  readonly credentials?: AwsCredentials;
  /** Bound of every port call, all its pages and role changes included. Default 8000, for some calls more. */
  readonly requestTimeoutMs?: number;
  /** Name of this installation: role sessions and switches bear it. */
  readonly installation: string;
  readonly logger?: AwsLogger;
  readonly now?: () => Date;
}

/** Does a port's calls in the accounts they are meant for. */
export interface Caller<Call extends string> {
  /** Does one port call within its time: `patientMs` where it is given and the options give none. Errors: `CloudError` alone. */
  within<T>(
    call: Call,
    scope: CloudScope,
    work: (connection: Connection) => Promise<T>,
    patientMs?: number,
  ): Promise<T>;
  close(): void;
}

/** @see Caller */
export function createCaller<Call extends string>(options: AwsOptions): Caller<Call> {
  const requestTimeoutMs = options.requestTimeoutMs ?? 8000;
  const accounts = createAccounts({
    endpoint: options.endpoint,
    credentials: options.credentials,
    requestTimeoutMs,
    sessionName: roleSessionName(options.installation),
    now: options.now ?? (() => new Date()),
  });
  return {
    async within(call, scope, work, patientMs) {
      const bound = options.requestTimeoutMs ?? patientMs ?? requestTimeoutMs;
      const signal = AbortSignal.timeout(bound);
      try {
        const clients = await accounts.open(scope, signal);
        return await work({ clients, scope, signal });
      } catch (error) {
        const failed = toCloudError(error, {});
        options.logger?.warn(facts(call, scope, failed), 'an AWS call did not succeed');
        throw failed;
      }
    },
    close: () => accounts.close(),
  };
}

function facts(call: string, scope: CloudScope, error: CloudError) {
  const { failure, vendorCode, detail } = error;
  const { environment, account, region } = scope;
  return { call, environment, account, region, failure, vendorCode, detail };
}
