import { type ContextValue, type PolicyRequest, readPolicy } from '@sekisho/iam-policy';
import { z } from 'zod';
import { timeContext } from '../judge/context.ts';
import { decideFor } from '../judge/decide-for.ts';
import { serviceSession } from '../judge/service-session.ts';
import { operation } from '../operation.ts';
import type { Credentials } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import type { World } from '../world/world.ts';
import { seenState } from './role-state.ts';

const decisions = {
  allow: 'allowed',
  deny: 'explicitDeny',
  none: 'implicitDeny',
  'denied-by-organization': 'explicitDeny',
} as const;

/** `SimulatePrincipalPolicy` of a role: what its policies and the organization's would say; nothing is done. Errors: `NoSuchEntity`. */
export const simulatePrincipalPolicy = operation({
  service: 'iam',
  input: z.strictObject({
    PolicySourceArn: z.string(),
    ActionNames: z.array(z.string().regex(/^[\w-]+:\w+$/)).min(1),
    ResourceArns: z.array(z.string().min(1)).min(1).default(['*']),
    ContextEntries: z
      .array(
        z.strictObject({
          ContextKeyName: z.string().min(5),
          ContextKeyValues: z.array(z.string()),
          ContextKeyType: z.enum(['string', 'stringList']),
        }),
      )
      .default([]),
  }),
  run: ({ world }, { PolicySourceArn, ActionNames, ResourceArns, ContextEntries }) => {
    const session = serviceSession(world, PolicySourceArn);
    if (session === null) {
      throw new Refusal('NoSuchEntity', `${PolicySourceArn} cannot be found.`, 404);
    }
    const context = Object.fromEntries(
      ContextEntries.map(({ ContextKeyName, ContextKeyValues, ContextKeyType }) => [
        ContextKeyName,
        ContextKeyType === 'string' ? (ContextKeyValues[0] ?? '') : ContextKeyValues,
      ]),
    ) as Readonly<Record<string, ContextValue>>;
    const ask = (action: string) =>
      ResourceArns.map((resource) => result(world, session, { action, resource, context }));
    return {
      EvaluationResults: ActionNames.map((action) => summed(ask(action))),
      IsTruncated: false,
    };
  },
});

type Result = ReturnType<typeof result>;

/**
 * One answer for an action: where resources are named, what was decided of each stands within it.
 * Source: IAM API reference, EvaluationResult.
 */
function summed(results: readonly Result[]) {
  const [first] = results as readonly [Result, ...Result[]];
  if (first.EvalResourceName === '*' && results.length === 1) return first;
  return {
    ...(results.find(({ EvalDecision }) => EvalDecision !== 'allowed') ?? first),
    MissingContextValues: [],
    ResourceSpecificResults: results.map((each) => ({
      EvalResourceName: each.EvalResourceName,
      EvalResourceDecision: each.EvalDecision,
      MissingContextValues: each.MissingContextValues,
    })),
  };
}

function result(world: World, session: Credentials, request: PolicyRequest) {
  const decision = decideFor(world, session, request, timeContext(world.clock));
  return {
    EvalActionName: request.action,
    EvalResourceName: request.resource,
    EvalDecision: decisions[decision],
    MissingContextValues: missing(world, session, request),
    OrganizationsDecisionDetail: {
      AllowedByOrganizations: decision !== 'denied-by-organization',
    },
  };
}

/**
 * Keys that any statement of the role compares, whatever it is about, and that nobody gave.
 * Source: github.com/boto/boto3/issues/3111.
 */
function missing(world: World, session: Credentials, request: PolicyRequest): readonly string[] {
  const role = world.roles.get(session.role);
  const state = role === undefined ? null : seenState(role, world.clock);
  const known = { ...timeContext(world.clock), ...request.context };
  const given = new Set(Object.keys(known).map((key) => key.toLowerCase()));
  const compared = Object.values(state?.inline ?? {})
    .flatMap((document) => readPolicy(document, 'identity'))
    .flatMap(({ conditions }) => conditions.map(({ key }) => key));
  return [...new Set(compared)].filter((key) => !given.has(key.toLowerCase()));
}
