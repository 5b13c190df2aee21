import type { ContextValue } from '@sekisho/iam-policy';
import { z } from 'zod';
import { operation } from '../operation.ts';
import type { WebIdentity } from '../world/tokens.ts';
import { sessionName, sessionSeconds } from './assume-role.ts';
import { issue } from './issue.ts';
import { enter } from './trust.ts';

/** Claims of GitHub's tokens that conditions can read, since 2026-01. Source: "IAM and AWS STS condition context keys" of the IAM user guide. */
const readable = [
  ...['sub', 'aud', 'amr', 'actor', 'actor_id', 'job_workflow_ref', 'repository', 'repository_id'],
  ...['workflow', 'ref', 'environment', 'enterprise_id'],
];

/** `AssumeRoleWithWebIdentity`: credentials for whoever holds a token that the trust policy lets in. */
export const assumeRoleWithWebIdentity = operation({
  service: 'sts',
  input: z.strictObject({
    RoleArn: z.string(),
    RoleSessionName: sessionName,
    WebIdentityToken: z.string().min(4).max(20_000),
    DurationSeconds: sessionSeconds,
    Policy: z.string().optional(),
  }),
  run: (moment, input) => {
    const identity = moment.world.readTokens(input.WebIdentityToken, moment.now);
    const context = { ...claimContext(identity), 'sts:RoleSessionName': input.RoleSessionName };
    const role = enter(moment, {
      operation: 'AssumeRoleWithWebIdentity',
      roleArn: input.RoleArn,
      actions: ['sts:AssumeRoleWithWebIdentity'],
      context,
      isCaller: ({ federated }) =>
        federated.some((named) => named === '*' || isProvider(named, input.RoleArn, identity)),
    });
    const { SourceIdentity: _none, ...issued } = issue(moment, role, {
      name: input.RoleSessionName,
      seconds: input.DurationSeconds ?? 3600,
      tags: {},
      transitiveTags: [],
      sourceIdentity: null,
      policy: input.Policy ?? null,
    });
    return {
      ...issued,
      SubjectFromWebIdentityToken: String(identity.claims['sub']),
      Audience: String(identity.claims['aud']),
      Provider: `arn:aws:iam::${role.account}:oidc-provider/${identity.provider}`,
    };
  },
});

/** A provider belongs to the account of the role. */
function isProvider(named: string, roleArn: string, { provider }: WebIdentity): boolean {
  const account = roleArn.split(':')[4] ?? '';
  return named === `arn:aws:iam::${account}:oidc-provider/${provider}`;
}

function claimContext({ provider, claims }: WebIdentity): Record<string, ContextValue> {
  return Object.fromEntries(
    readable.flatMap((claim) => {
      const value = claims[claim];
      if (value === undefined || value === null) return [];
      const said = Array.isArray(value) ? value.map(String) : String(value);
      return [[`${provider}:${claim}`, said] as const];
    }),
  );
}
