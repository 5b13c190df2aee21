import { createRoleCredentials } from '@sekisho/aws/sources';
import { SourceError } from '@sekisho/core/sources';
import type { SourceOptions } from './options.ts';

/** Where a source lies in AWS: in a region, seen with the role of an environment or the server's own. */
export interface AwsPlace {
  readonly region: string;
  readonly environment?: string | null | undefined;
}

const practiceKeys = { accessKeyId: 'practice', secretAccessKey: 'practice' };

/**
 * How clients of a source reach AWS, and what is to be closed with them.
 * Errors: `SourceError` when the environment is not configured.
 */
export function awsAccess({ region, environment }: AwsPlace, options: SourceOptions) {
  const { awsEndpoint } = options;
  const own = awsEndpoint === null ? {} : { endpoint: awsEndpoint, credentials: practiceKeys };
  if (environment === undefined || environment === null)
    return { access: { region, ...own }, close: () => undefined };
  const { installation, environments } = options.config();
  const known = Object.hasOwn(environments, environment) ? environments[environment] : undefined;
  if (known === undefined)
    throw new SourceError('refused', `there is no environment ${environment}`);
  if (known.roleArn === null) return { access: { region, ...own }, close: () => undefined };
  const { roleArn, externalId } = known;
  const sessionName = `sekisho-${installation}-sources`.slice(0, 64);
  const role = createRoleCredentials({ region, roleArn, externalId, sessionName, ...own });
  return { access: { region, ...own, credentials: role.credentials }, close: role.close };
}
