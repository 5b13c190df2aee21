import { z } from 'zod';
import { pageOf } from '../ec2/pages.ts';
import { type Moment, operation } from '../operation.ts';
import { accountId, page } from '../sso/input.ts';
import { Refusal } from '../world/refusal.ts';
import { admit } from './admit.ts';
import { pageRule, policyId, policyType, summarize } from './policies.ts';
import { changePolicy, findPolicy, writtenPolicies } from './policy-state.ts';

const named = z.strictObject({ PolicyId: policyId, TargetId: accountId });

/** Policies that an account may have besides the one that allows everything: the older of AWS's limits. */
const mostPolicies = 4;

/** `AttachPolicy` to an account. Errors: `DuplicatePolicyAttachmentException`, `ConstraintViolationException`, `TargetNotFoundException`. */
export const attachPolicy = operation({
  service: 'organizations',
  input: named,
  run: (moment, { PolicyId, TargetId }) => {
    admit(moment, 'AttachPolicy');
    const row = findPolicy(moment, PolicyId);
    judgeTarget(moment, TargetId);
    if (row.now.targets.includes(TargetId)) {
      const message = 'The selected policy is already attached to the specified target.';
      throw new Refusal('DuplicatePolicyAttachmentException', message);
    }
    if (policiesOf(moment, TargetId).length >= mostPolicies) {
      const message = 'You have attached the maximum number of policies to the target.';
      throw new Refusal('ConstraintViolationException', message);
    }
    const targets = [...row.now.targets, TargetId];
    changePolicy(moment, 'AttachPolicy', row, { ...row.now, targets });
    return {};
  },
});

/** `DetachPolicy`. Errors: `PolicyNotAttachedException`. */
export const detachPolicy = operation({
  service: 'organizations',
  input: named,
  run: (moment, { PolicyId, TargetId }) => {
    admit(moment, 'DetachPolicy');
    const row = findPolicy(moment, PolicyId);
    if (!row.now.targets.includes(TargetId)) {
      const message = "The policy isn't attached to the specified target.";
      throw new Refusal('PolicyNotAttachedException', message);
    }
    const targets = row.now.targets.filter((target) => target !== TargetId);
    changePolicy(moment, 'DetachPolicy', row, { ...row.now, targets });
    return {};
  },
});

/** `ListPoliciesForTarget`, with the one of AWS's that allows everything. */
export const listPoliciesForTarget = operation({
  service: 'organizations',
  input: z.strictObject({ TargetId: accountId, Filter: policyType, ...page }),
  run: (moment, asked) => {
    admit(moment, 'ListPoliciesForTarget');
    judgeTarget(moment, asked.TargetId);
    const all = [fullAccess, ...policiesOf(moment, asked.TargetId).map(summarize)];
    const { items, nextToken } = pageOf(all, ({ Id }) => Id, asked, pageRule);
    return { Policies: items, NextToken: nextToken ?? undefined };
  },
});

/** `ListTargetsForPolicy`. */
export const listTargetsForPolicy = operation({
  service: 'organizations',
  input: z.strictObject({ PolicyId: policyId, ...page }),
  run: (moment, asked) => {
    admit(moment, 'ListTargetsForPolicy');
    const { targets } = findPolicy(moment, asked.PolicyId).now;
    const { items, nextToken } = pageOf(targets, (id) => id, asked, pageRule);
    const Targets = items.map((TargetId) => ({ TargetId, Type: 'ACCOUNT' as const }));
    return { Targets, NextToken: nextToken ?? undefined };
  },
});

const fullAccess = {
  Id: 'p-FullAWSAccess',
  Arn: 'arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess',
  Name: 'FullAWSAccess',
  Description: 'Allows access to every operation',
  Type: 'SERVICE_CONTROL_POLICY',
  AwsManaged: true,
};

function policiesOf({ world }: Moment, target: string) {
  return writtenPolicies(world).filter(({ now }) => now.targets.includes(target));
}

function judgeTarget({ world }: Moment, id: string): void {
  if (world.directory.accounts.get(id) !== undefined) return;
  const message = "We can't find a root, OU, or account with the TargetId that you specified.";
  throw new Refusal('TargetNotFoundException', message);
}
