import { policyProblem } from '@sekisho/iam-policy';
import { z } from 'zod';
import { pageOf } from '../ec2/pages.ts';
import { operation } from '../operation.ts';
import { page } from '../sso/input.ts';
import { practiceIdentityCenter } from '../sso/place.ts';
import { Refusal } from '../world/refusal.ts';
import { hex } from '../world/rng.ts';
import { admit } from './admit.ts';
import { changePolicy, findPolicy, type WrittenPolicy, writtenPolicies } from './policy-state.ts';

export const policyId = z.string().regex(/^p-[0-9a-zA-Z_]{8,128}$/);
export const policyType = z.literal('SERVICE_CONTROL_POLICY');
export const pageRule = {
  ...{ least: 1, most: 20, usual: 20 },
  ...{ errorCode: 'InvalidInputException', tokenErrorCode: 'InvalidInputException' },
};
const name = z.string().min(1).max(128);
const description = z.string().max(512);

/** The older of AWS's limits, which not every partition need have left behind. */
const longestContent = 5120;

/** `CreatePolicy`. Errors: `DuplicatePolicyException`, `ConstraintViolationException`, `MalformedPolicyDocumentException`. */
export const createPolicy = operation({
  service: 'organizations',
  input: z.strictObject({
    ...{ Content: z.string(), Description: description, Name: name, Type: policyType },
    Tags: z.array(z.strictObject({ Key: z.string(), Value: z.string() })).optional(),
  }),
  run: (moment, { Content, Description, Name, Tags = [] }) => {
    admit(moment, 'CreatePolicy');
    judgeContent(Content);
    if (writtenPolicies(moment.world).some((row) => row.name === Name)) {
      throw new Refusal('DuplicatePolicyException', 'A policy with the same name already exists.');
    }
    const tags = Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value]));
    const id = `p-${hex(moment.rng, 10)}`;
    const row = { id, name: Name, description: Description, tags, now: null, before: [] };
    changePolicy(moment, 'CreatePolicy', row, { content: Content, targets: [] });
    return { Policy: describe(findPolicy(moment, id)) };
  },
});

/** `DescribePolicy`. */
export const describePolicy = operation({
  service: 'organizations',
  input: z.strictObject({ PolicyId: policyId }),
  run: (moment, asked) => {
    admit(moment, 'DescribePolicy');
    return { Policy: describe(findPolicy(moment, asked.PolicyId)) };
  },
});

/** `UpdatePolicy`: what is not given stays. */
export const updatePolicy = operation({
  service: 'organizations',
  input: z.strictObject({
    PolicyId: policyId,
    ...{ Name: name.optional(), Description: description.optional() },
    Content: z.string().optional(),
  }),
  run: (moment, { PolicyId, Name, Description, Content }) => {
    admit(moment, 'UpdatePolicy');
    const row = findPolicy(moment, PolicyId);
    if (Content !== undefined) judgeContent(Content);
    const named = { name: Name ?? row.name, description: Description ?? row.description };
    const next = { ...row.now, content: Content ?? row.now.content };
    changePolicy(moment, 'UpdatePolicy', { ...row, ...named }, next);
    return { Policy: describe(findPolicy(moment, PolicyId)) };
  },
});

/** `DeletePolicy`. Errors: `PolicyInUseException` while it is attached. */
export const deletePolicy = operation({
  service: 'organizations',
  input: z.strictObject({ PolicyId: policyId }),
  run: (moment, { PolicyId }) => {
    admit(moment, 'DeletePolicy');
    const row = findPolicy(moment, PolicyId);
    if (row.now.targets.length > 0) {
      throw new Refusal('PolicyInUseException', 'The policy is attached to one or more entities.');
    }
    changePolicy(moment, 'DeletePolicy', row, null);
    return {};
  },
});

/** `ListPolicies`; pages of 1 to 20. */
export const listPolicies = operation({
  service: 'organizations',
  input: z.strictObject({ Filter: policyType, ...page }),
  run: (moment, asked) => {
    admit(moment, 'ListPolicies');
    const all = writtenPolicies(moment.world);
    const { items, nextToken } = pageOf(all, ({ id }) => id, asked, pageRule);
    return { Policies: items.map(summarize), NextToken: nextToken ?? undefined };
  },
});

/** `ListTagsForResource` of a policy. */
export const listTagsForResource = operation({
  service: 'organizations',
  input: z.strictObject({ ResourceId: policyId, NextToken: z.string().optional() }),
  run: (moment, asked) => {
    admit(moment, 'ListTagsForResource');
    const { tags } = findPolicy(moment, asked.ResourceId);
    return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
  },
});

/** A policy without its content. */
export function summarize({ id, name: Name, description: Description }: WrittenPolicy) {
  const { managementAccount, organizationId } = practiceIdentityCenter;
  const Arn = `arn:aws:organizations::${managementAccount}:policy/${organizationId}/service_control_policy/${id}`;
  return {
    ...{ Id: id, Arn, Name, Description },
    Type: 'SERVICE_CONTROL_POLICY',
    AwsManaged: false,
  };
}

function describe(row: WrittenPolicy) {
  return { PolicySummary: summarize(row), Content: row.now.content };
}

function judgeContent(content: string): void {
  const problem = policyProblem(content, 'identity');
  if (problem !== null) throw new Refusal('MalformedPolicyDocumentException', problem);
  if (content.length > longestContent) {
    const message = `You have exceeded the maximum policy size of ${longestContent} characters.`;
    throw new Refusal('ConstraintViolationException', message);
  }
}
