import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import type { Role } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { hex } from '../world/rng.ts';
import { judgeDocument, page, pageOf, roleName, sizeOf } from './input.ts';
import { changeRole, findRole, roleArn, roleKey } from './role-state.ts';

/** Longest trust policy, in characters: "Role trust policy length" of IAM's quotas. */
const longestTrust = 2048;

/** `CreateRole`. */
export const createRole = operation({
  service: 'iam',
  input: z.strictObject({
    RoleName: roleName,
    AssumeRolePolicyDocument: z.string(),
    Path: z
      .string()
      .regex(/^\/(?:[\w+=,.@-]+\/)*$/)
      .optional(),
    Description: z.string().max(1000).optional(),
    MaxSessionDuration: z.coerce.number<number | string>().int().min(3600).max(43_200).optional(),
  }),
  run: (moment, input) => {
    const { RoleName: name, AssumeRolePolicyDocument: trust } = input;
    const key = roleKey(moment.account, name);
    if (moment.world.roles.get(key) !== undefined) {
      throw new Refusal('EntityAlreadyExists', `Role with name ${name} already exists.`, 409);
    }
    judgeTrust(trust);
    const role: Role = {
      account: moment.account,
      name,
      path: input.Path ?? '/',
      roleId: `AROA${hex(moment.rng, 17).toUpperCase()}`,
      description: input.Description ?? null,
      createdAt: moment.now,
      maximumSessionSeconds: input.MaxSessionDuration ?? 3600,
      now: { trust, inline: {} },
      before: [{ until: moment.now + moment.world.timing.policyMs, state: null }],
    };
    moment.world.roles.put(key, role);
    return { Role: itemOf(role) };
  },
});

/** `GetRole`. */
export const getRole = operation({
  service: 'iam',
  input: z.strictObject({ RoleName: roleName }),
  run: ({ world, account, now }, input) => {
    const role = findRole(world, account, input.RoleName);
    return { Role: { ...itemOf(role), RoleLastUsed: lastUseOf(role, now) } };
  },
});

/** `GetInstanceProfile`; in practice a profile bears the name of its role, and is there with it. */
export const getInstanceProfile = operation({
  service: 'iam',
  input: z.strictObject({ InstanceProfileName: roleName }),
  run: ({ world, account }, { InstanceProfileName: name }) => {
    const role = world.roles.get(roleKey(account, name));
    if (role === undefined) {
      throw new Refusal('NoSuchEntity', `Instance Profile ${name} cannot be found.`, 404);
    }
    return {
      InstanceProfile: {
        Path: '/',
        InstanceProfileName: name,
        InstanceProfileId: `AIPA${role.roleId.slice(4)}`,
        Arn: `arn:aws:iam::${account}:instance-profile/${name}`,
        CreateDate: new Date(role.createdAt),
        Roles: [itemOf(role)],
      },
    };
  },
});

/** `ListRoles`, by name; as IAM's, it does not say when they were used. */
export const listRoles = operation({
  service: 'iam',
  input: z.strictObject({ PathPrefix: z.string().optional(), ...page }),
  run: (moment, input) => {
    const { items, ...rest } = pageOf(rolesIn(moment, input.PathPrefix ?? '/'), input);
    return { Roles: items.map(itemOf), ...rest };
  },
});

/** `UpdateAssumeRolePolicy`. */
export const updateAssumeRolePolicy = operation({
  service: 'iam',
  input: z.strictObject({ RoleName: roleName, PolicyDocument: z.string() }),
  run: (moment, input) => {
    const role = findRole(moment.world, moment.account, input.RoleName);
    judgeTrust(input.PolicyDocument);
    const next = { ...role.now, trust: input.PolicyDocument };
    changeRole(moment, 'UpdateAssumeRolePolicy', role, next);
    return {};
  },
});

function judgeTrust(document: string): void {
  judgeDocument(document, 'trust');
  if (sizeOf(document) > longestTrust) {
    const message = `Cannot exceed quota for ACLSizePerRole: ${longestTrust}`;
    throw new Refusal('LimitExceeded', message, 409);
  }
}

function rolesIn({ world, account }: Moment, prefix: string): Role[] {
  return [...world.roles.values()]
    .filter((role) => role.account === account && role.path.startsWith(prefix))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** How long IAM remembers. Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html */
const trackedMs = 400 * 86_400_000;

function lastUseOf({ lastUsed }: Role, now: number) {
  if (lastUsed === undefined || now - lastUsed.at > trackedMs) return {};
  return { LastUsedDate: new Date(lastUsed.at), Region: lastUsed.region };
}

function itemOf(role: Role) {
  return {
    Path: role.path,
    RoleName: role.name,
    RoleId: role.roleId,
    Arn: roleArn(role),
    CreateDate: new Date(role.createdAt),
    AssumeRolePolicyDocument: encodeURIComponent(role.now.trust),
    Description: role.description,
    MaxSessionDuration: role.maximumSessionSeconds,
  };
}
