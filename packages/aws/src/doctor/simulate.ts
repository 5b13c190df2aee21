import { type ContextEntry, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import { CloudError, orCloudError, type Tried } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import type { Connection } from '../connection.ts';
import { iamFailures } from '../iam/failures.ts';

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
 * What IAM does not answer is `no-dry-run`.
 * Source: IAM API reference, SimulatePrincipalPolicy and EvaluationResult.
 */
export async function simulate(
  at: Connection,
  roleArn: string,
  questions: readonly Question[],
): Promise<readonly Tried[]> {
  const answers = await Promise.all(questions.map((one) => orCloudError(put(at, roleArn, one))));
  return questions.flatMap(({ names }, index) => {
    const given = answers[index];
    const known = new Map(
      (given === undefined || given instanceof CloudError ? [] : given).map((one) => [
        one.action,
        one,
      ]),
    );
    return names.map(
      (action) => known.get(action) ?? ({ action, outcome: 'no-dry-run', detail: '' } as const),
    );
  });
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
    // A policy of the organization may bind calls to regions.
    ContextEntries: entries({ 'aws:RequestedRegion': scope.region, ...context }),
  });
  const { EvaluationResults } = await ask(signal, iamFailures, answer, (options) =>
    clients.iam.read.send(command, options),
  );
  return EvaluationResults.flatMap((one) => {
    const action = nameOf.get(one.EvalActionName.toLowerCase());
    return action === undefined ? [] : [judged(action, one)];
  });
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

/** A denial that hangs on what nobody told IAM is none to be sure of, unless a policy denies outright. */
function judged(action: string, one: Evaluation): Tried {
  const { EvalDecision, OrganizationsDecisionDetail, PermissionsBoundaryDecisionDetail } = one;
  const { AllowedByOrganizations } = OrganizationsDecisionDetail;
  const { AllowedByPermissionsBoundary } = PermissionsBoundaryDecisionDetail;
  const isWithin = AllowedByOrganizations && AllowedByPermissionsBoundary;
  if (EvalDecision === 'allowed' && isWithin) return { action, outcome: 'simulated', detail: '' };
  const missing = [one, ...one.ResourceSpecificResults].flatMap(
    (part) => part.MissingContextValues,
  );
  if (missing.length > 0)
    return { action, outcome: 'unsure', detail: [...new Set(missing)].join(', ') };
  const by = AllowedByOrganizations ? (isWithin ? '' : ' by its boundary') : ' by the organization';
  return { action, outcome: 'denied', detail: `SimulatePrincipalPolicy: ${EvalDecision}${by}` };
}
