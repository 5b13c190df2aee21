import { environmentContext, immutableSubject, namedSubject, type Repository } from '../subject.ts';
import { githubIssuer as issuer } from './issuers.ts';

/** Which jobs a trust policy shall let in. */
export interface WantedTrust {
  /** The account that the role is in, twelve digits. */
  readonly account: string;
  /** `aws`, `aws-cn`, `aws-us-gov`. */
  readonly partition: string;
  /** Its ids make the immutable subject, and hold against whoever takes an old name. */
  readonly repository: Repository & { readonly ownerId: string; readonly id: string };
  /** Jobs of an environment, or else of a ref: `refs/heads/main`. */
  readonly from: { readonly environment: string } | { readonly ref: string };
  /** The workflow whose jobs alone come in, pinned: `acme/infra/.github/workflows/apply.yml@refs/heads/main`; null for any. */
  readonly workflow: string | null;
  /** `sts.amazonaws.com` with aws-actions/configure-aws-credentials. */
  readonly audience: string;
}

/** A trust policy that `lintTrust` finds nothing in. */
export function trustPolicyFor(wanted: WantedTrust): object {
  const { account, partition, repository, from, workflow, audience } = wanted;
  const context = 'environment' in from ? environmentContext(from.environment) : `ref:${from.ref}`;
  const subjects = [namedSubject(repository, context), immutableSubject(repository, context)];
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'GitHubActions',
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${issuer}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: {
            [`${issuer}:aud`]: audience,
            [`${issuer}:sub`]: subjects,
            [`${issuer}:repository_id`]: repository.id,
            ...(workflow === null ? {} : { [`${issuer}:job_workflow_ref`]: workflow }),
          },
        },
      },
    ],
  };
}
