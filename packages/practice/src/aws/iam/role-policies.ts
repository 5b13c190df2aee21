import { z } from 'zod';
import { operation } from '../operation.ts';
import { Refusal } from '../world/refusal.ts';
import { judgeDocument, page, pageOf, policyName, roleName, sizeOf } from './input.ts';
import { changeRole, findRole } from './role-state.ts';

/** All inline policies of a role together, in characters: "Role inline policy size" of IAM's quotas. */
const longestInline = 10_240;

/** `PutRolePolicy`: makes or replaces one inline policy. */
export const putRolePolicy = operation({
  service: 'iam',
  input: z.strictObject({ RoleName: roleName, PolicyName: policyName, PolicyDocument: z.string() }),
  run: (moment, { RoleName, PolicyName, PolicyDocument }) => {
    const role = findRole(moment.world, moment.account, RoleName);
    judgeDocument(PolicyDocument, 'identity');
    const inline = { ...role.now.inline, [PolicyName]: PolicyDocument };
    const size = Object.values(inline).reduce((sum, document) => sum + sizeOf(document), 0);
    if (size > longestInline) {
      const message = `Maximum policy size of ${longestInline} bytes exceeded for role ${role.name}`;
      throw new Refusal('LimitExceeded', message, 409);
    }
    changeRole(moment, 'PutRolePolicy', role, { ...role.now, inline });
    return {};
  },
});

/** `GetRolePolicy`. */
export const getRolePolicy = operation({
  service: 'iam',
  input: z.strictObject({ RoleName: roleName, PolicyName: policyName }),
  run: (moment, { RoleName, PolicyName }) => {
    const role = findRole(moment.world, moment.account, RoleName);
    const document = role.now.inline[PolicyName];
    if (document === undefined) throw noPolicy(PolicyName);
    return { RoleName: role.name, PolicyName, PolicyDocument: encodeURIComponent(document) };
  },
});

/** `ListRolePolicies`: names of inline policies. */
export const listRolePolicies = operation({
  service: 'iam',
  input: z.strictObject({ RoleName: roleName, ...page }),
  run: (moment, input) => {
    const role = findRole(moment.world, moment.account, input.RoleName);
    const { items, ...rest } = pageOf(Object.keys(role.now.inline).sort(), input);
    return { PolicyNames: items, ...rest };
  },
});

/** `DeleteRolePolicy`. */
export const deleteRolePolicy = operation({
  service: 'iam',
  input: z.strictObject({ RoleName: roleName, PolicyName: policyName }),
  run: (moment, { RoleName, PolicyName }) => {
    const role = findRole(moment.world, moment.account, RoleName);
    const { [PolicyName]: gone, ...inline } = role.now.inline;
    if (gone === undefined) throw noPolicy(PolicyName);
    changeRole(moment, 'DeleteRolePolicy', role, { ...role.now, inline });
    return {};
  },
});

function noPolicy(name: string): Refusal {
  return new Refusal('NoSuchEntity', `The role policy with name ${name} cannot be found.`, 404);
}
