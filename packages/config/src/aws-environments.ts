import type { Parts } from './parts.ts';
import type { EnvironmentDocument } from './schema.ts';

/** An environment that is an AWS account. */
export type AwsEnvironmentDocument = Exclude<EnvironmentDocument, { readonly provider: 'docker' }>;

/** Those environments that are AWS accounts, by name: what is lent in AWS lies in one of them. */
export function awsEnvironments(
  environments: Readonly<Record<string, EnvironmentDocument>>,
): Record<string, AwsEnvironmentDocument> {
  const found: Record<string, AwsEnvironmentDocument> = {};
  for (const [name, document] of Object.entries(environments)) {
    if (document.provider !== 'docker') found[name] = document;
  }
  return found;
}

/** Names of environments that may be AWS accounts: all but container engines, those with mistakes as well. */
export function awsNames({
  names,
  environments,
}: Pick<Parts, 'names' | 'environments'>): readonly string[] {
  const engines = environments.filter(({ value }) => value.provider === 'docker');
  return names.environments.filter((name) => !engines.some((one) => one.name === name));
}
