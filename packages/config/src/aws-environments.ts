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
