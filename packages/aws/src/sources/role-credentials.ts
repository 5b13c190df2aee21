import { type AwsCredentials, createClients } from '../clients.ts';
import { assumeRole } from '../sts/assume-role.ts';
import { DEFAULT_TIMEOUT_MS } from './options.ts';

export interface RoleCredentialsOptions {
  readonly region: string;
  readonly roleArn: string;
  readonly externalId: string | null;
  /** As CloudTrail shows it. */
  readonly sessionName: string;
  /** Of a service that speaks as AWS does, for practice and tests. */
  readonly endpoint?: string;
  /** What takes the role; none means the SDK's own chain. */
  readonly credentials?: AwsCredentials;
}

/** A role's credentials for the clients of a source, which ask again before they expire. */
export function createRoleCredentials(options: RoleCredentialsOptions): {
  readonly credentials: AwsCredentials;
  close(): void;
} {
  const { region, roleArn, externalId, sessionName, endpoint, credentials } = options;
  const clients = createClients({
    ...{ region, endpoint, credentials },
    requestTimeoutMs: DEFAULT_TIMEOUT_MS,
  });
  const order = { roleArn, externalId: externalId ?? undefined, sessionName };
  return {
    credentials: () => assumeRole(clients, AbortSignal.timeout(DEFAULT_TIMEOUT_MS), order),
    close: () => clients.close(),
  };
}
