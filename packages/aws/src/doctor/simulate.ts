import { type ContextEntry, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam';
import { CloudError, orCloudError, type Tried } from '@sekisho/core/cloud';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { chunks } from '../chunks.ts';
import type { Connection } from '../connection.ts';
import { iamFailures } from '../iam/failures.ts';
import { comparedKeys } from './compared-keys.ts';
import { worstOf } from './outcome.ts';

export const actions = ['iam:SimulatePrincipalPolicy'] as const;

/** What a role is asked about, all with the same context. */
export interface Question {
  /** Actions by the name that they are told of by: `iam:PassRole (scheduler role)`. */
  readonly names: readonly string[];
  readonly resources: readonly string[];
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

const keys = z.array(z.string()).default([]);
const boundary = z.object({ AllowedByPermissionsBoundary: z.boolean().default(true) });
const answer = z.object({
  EvaluationResults: z
    .array(
      z.object({
        EvalActionName: z.string(),
        EvalResourceName: z.string().optional(),
        EvalDecision: z.string(),
        MissingContextValues: keys,
        ResourceSpecificResults: z
          .array(
            z.object({
              EvalResourceName: z.string(),
              EvalResourceDecision: z.string(),
              MissingContextValues: keys,
              PermissionsBoundaryDecisionDetail: boundary.optional(),
            }),
          )
          .default([]),
        OrganizationsDecisionDetail: z
          .object({ AllowedByOrganizations: z.boolean().default(true) })
          .prefault({}),
        PermissionsBoundaryDecisionDetail: boundary.prefault({}),
      }),
    )
    .default([]),
});
type Evaluation = z.infer<typeof answer>['EvaluationResults'][number];

/**
 * Asks IAM what a role's policies, its boundary and the organization's would say; nothing is done by it.
 * What the role may not ask is `no-dry-run`, what IAM does not answer `unread`, of a role that is not there `no-role`.
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
    return names.map((action) => worstOf(action, given));
  });
}

function unasked(action: string, { failure, vendorCode, detail }: CloudError): Tried {
  if (failure === 'not-found') return { action, outcome: 'no-role', detail: '' };
  return failure === 'denied'
    ? { action, outcome: 'no-dry-run', detail: '' }
    : { action, outcome: 'unread', detail: `${vendorCode}: ${detail}` };
}

/** IAM answers so many in one page where nobody says otherwise. */
const pageSize = 100;

/**
 * Some actions cannot be asked about together ("require different authorization information"), which AWS
 * documents of none: then each is asked about alone.
 */
async function put(at: Connection, roleArn: string, question: Question): Promise<readonly Tried[]> {
  const { names, resources } = question;
  const some = chunks(resources, Math.max(1, Math.floor(pageSize / names.length)));
  const asked = Promise.all(some.map((on) => send(at, roleArn, { ...question, resources: on })));
  const given = await orCloudError(asked);
  if (!(given instanceof CloudError)) return given.flat();
  if (names.length === 1 || !given.vendorCode.startsWith('InvalidInput')) throw given;
  const alone = names.map((name) => put(at, roleArn, { ...question, names: [name] }));
  return (await Promise.all(alone)).flat();
}

async function send(
  { clients, scope, signal }: Connection,
  roleArn: string,
  { names, resources, context = {} }: Question,
): Promise<readonly Tried[]> {
  const nameOf = new Map(names.map((name) => [apiOf(name).toLowerCase(), name]));
  const command = new SimulatePrincipalPolicyCommand({
    PolicySourceArn: roleArn,
    ActionNames: names.map(apiOf),
    ResourceArns: [...resources],
    // What policies of the organization compare of every call, and IAM does not fill in.
    ContextEntries: entries({ ...callerOf(scope, roleArn), ...context }),
  });
  const { EvaluationResults } = await ask(signal, iamFailures, answer, (options) =>
    clients.iam.read.send(command, options),
  );
  return EvaluationResults.flatMap((one) => {
    const action = nameOf.get(one.EvalActionName.toLowerCase());
    return action === undefined ? [] : severally(one).map((each) => judged(action, each));
  });
}

/**
 * IAM sums up what it was asked of several resources in one result, of which nobody says how, and tells of each
 * resource what it decided and which keys it missed there.
 * Source: IAM API reference, EvaluationResult (MissingContextValues) and ResourceSpecificResult.
 */
function severally(one: Evaluation): readonly Evaluation[] {
  const { ResourceSpecificResults: several, ...whole } = one;
  if (several.length === 0) return [one];
  return several.map((each) => ({
    ...whole,
    EvalResourceName: each.EvalResourceName,
    EvalDecision: each.EvalResourceDecision,
    MissingContextValues: each.MissingContextValues,
    PermissionsBoundaryDecisionDetail:
      each.PermissionsBoundaryDecisionDetail ?? whole.PermissionsBoundaryDecisionDetail,
    ResourceSpecificResults: [],
  }));
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
  if (EvalDecision === 'implicitDeny' && isOpenToOthers(action))
    return { action, outcome: 'unsure', detail: 'ResourcePolicy' };
  const missing = one.MissingContextValues.filter((key) => !ours.has(key.toLowerCase()));
  if (missing.length > 0 && EvalDecision !== 'explicitDeny')
    return { action, outcome: 'unsure', detail: [...new Set(missing)].join(', ') };
  const by = AllowedByPermissionsBoundary ? '' : ' by its boundary';
  const on = one.EvalResourceName === undefined ? '' : ` on ${one.EvalResourceName}`;
  return {
    action,
    outcome: 'denied',
    detail: `SimulatePrincipalPolicy: ${EvalDecision}${by}${on}`,
  };
}

/**
 * Whether a policy of the resource itself (of a bucket, a queue, a catalogue, who may take a role) may allow what
 * the role's own policies do not: IAM's simulation of a role looks at none of those.
 * Source: IAM API reference, SimulatePrincipalPolicy, "ResourcePolicy".
 */
function isOpenToOthers(action: string): boolean {
  return /^(glue|s3|sqs|sts):/.test(action);
}

const ours = new Set(comparedKeys.map((key) => key.toLowerCase()));
