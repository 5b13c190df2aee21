import { type ContextEntry, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import { CloudError, orCloudError, type Tried } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { iamFailures } from '../iam/failures.ts';
import { comparedKeys } from './compared-keys.ts';

export const actions = ['iam:SimulatePrincipalPolicy'] as const;

/** What a role is asked about, all with the same context. */
export interface Question {
  /** Actions by the name that they are told of by: `iam:PassRole (scheduler role)`. */
  readonly names: readonly string[];
  readonly resource: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

const keys = z.array(z.string()).default([]);
const answer = z.object({
  EvaluationResults: z
    .array(
      z.object({
        EvalActionName: z.string(),
        EvalDecision: z.string(),
        MissingContextValues: keys,
        ResourceSpecificResults: z.array(z.object({ MissingContextValues: keys })).default([]),
        OrganizationsDecisionDetail: z
          .object({ AllowedByOrganizations: z.boolean().default(true) })
          .prefault({}),
        PermissionsBoundaryDecisionDetail: z
          .object({ AllowedByPermissionsBoundary: z.boolean().default(true) })
          .prefault({}),
      }),
    )
    .default([]),
});
type Evaluation = z.infer<typeof answer>['EvaluationResults'][number];

/**
 * Asks IAM what a role's policies, its boundary and the organization's would say; nothing is done by it.
 * What the role may not ask is `no-dry-run`, what IAM does not answer `unread`.
 * Source: IAM API reference, SimulatePrincipalPolicy and EvaluationResult.
 */
export async function simulate(
  at: Connection,
  roleArn: string,
  questions: readonly Question[],
): Promise<readonly Tried[]> {
  const answers = await Promise.all(questions.map((one) => orCloudError(put(at, roleArn, one))));
  return questions.flatMap(({ names }, index) => {
    const given = answers[index] ?? [];
    if (given instanceof CloudError) return names.map((action) => unasked(action, given));
    const known = new Map(given.map((one) => [one.action, one]));
    return names.map(
      (action) => known.get(action) ?? ({ action, outcome: 'no-dry-run', detail: '' } as const),
    );
  });
}

function unasked(action: string, { failure, vendorCode, detail }: CloudError): Tried {
  return failure === 'denied'
    ? { action, outcome: 'no-dry-run', detail: '' }
    : { action, outcome: 'unread', detail: `${vendorCode}: ${detail}` };
}

async function put(
  { clients, scope, signal }: Connection,
  roleArn: string,
  { names, resource, context = {} }: Question,
): Promise<readonly Tried[]> {
  const nameOf = new Map(names.map((name) => [apiOf(name).toLowerCase(), name]));
  const command = new SimulatePrincipalPolicyCommand({
    PolicySourceArn: roleArn,
    ActionNames: names.map(apiOf),
    ResourceArns: [resource],
    // What policies of the organization compare of every call, and IAM does not fill in.
    ContextEntries: entries({ ...callerOf(scope, roleArn), ...context }),
  });
  const { EvaluationResults } = await ask(signal, iamFailures, answer, (options) =>
    clients.iam.read.send(command, options),
  );
  return EvaluationResults.flatMap((one) => {
    const action = nameOf.get(one.EvalActionName.toLowerCase());
    return action === undefined ? [] : [judged(action, one)];
  });
}

function callerOf({ account, region }: Connection['scope'], roleArn: string) {
  return {
    ...{ 'aws:RequestedRegion': region, 'aws:PrincipalArn': roleArn },
    ...{ 'aws:PrincipalAccount': account, 'aws:PrincipalType': 'AssumedRole' },
  };
}

/** `iam:PassRole` of `iam:PassRole (scheduler role)`. */
function apiOf(name: string): string {
  return name.split(' ')[0] ?? name;
}

function entries(context: Readonly<Record<string, string | readonly string[]>>): ContextEntry[] {
  return Object.entries(context).map(([ContextKeyName, value]) => ({
    ContextKeyName,
    ContextKeyValues: [value].flat(),
    ContextKeyType: typeof value === 'string' ? 'string' : 'stringList',
  }));
}

/**
 * A denial that hangs on what nobody told IAM is none to be sure of, unless a policy denies outright; nor is one
 * by the organization, of whose conditions IAM does not say what it lacked. IAM names the keys of all the role's
 * statements: one that our own policies compare is given where it matters, so another statement has it.
 * Sources: github.com/boto/boto3/issues/3111, github.com/aws/aws-cli/issues/10525.
 */
function judged(action: string, one: Evaluation): Tried {
  const { EvalDecision, OrganizationsDecisionDetail, PermissionsBoundaryDecisionDetail } = one;
  const { AllowedByOrganizations } = OrganizationsDecisionDetail;
  const { AllowedByPermissionsBoundary } = PermissionsBoundaryDecisionDetail;
  const isWithin = AllowedByOrganizations && AllowedByPermissionsBoundary;
  if (EvalDecision === 'allowed' && isWithin) return { action, outcome: 'simulated', detail: '' };
  if (!AllowedByOrganizations) return { action, outcome: 'unsure', detail: 'SCP' };
  const missing = [one, ...one.ResourceSpecificResults]
    .flatMap((part) => part.MissingContextValues)
    .filter((key) => !ours.has(key.toLowerCase()));
  if (missing.length > 0 && EvalDecision !== 'explicitDeny')
    return { action, outcome: 'unsure', detail: [...new Set(missing)].join(', ') };
  const by = AllowedByPermissionsBoundary ? '' : ' by its boundary';
  return { action, outcome: 'denied', detail: `SimulatePrincipalPolicy: ${EvalDecision}${by}` };
}

const ours = new Set(comparedKeys.map((key) => key.toLowerCase()));
