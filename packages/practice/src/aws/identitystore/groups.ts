import { z } from 'zod';
import { pageOf } from '../ec2/pages.ts';
import { type Moment, operation } from '../operation.ts';
import { admit, judgeStore, notFound } from '../sso/admit.ts';
import { guid, page, pageRule } from '../sso/input.ts';
import type { MembershipRow } from '../world/identity-records.ts';
import { Refusal } from '../world/refusal.ts';
import { uuid } from '../world/rng.ts';
import { deleteMembershipInput, filters, memberId, storeId } from './input.ts';
import { needUser } from './users.ts';

/** `ListGroups`, by `DisplayName` or all; pages of 1 to 100. */
export const listGroups = operation({
  service: 'identitystore',
  input: z.strictObject({ IdentityStoreId: storeId, Filters: filters, ...page }),
  run: (moment, asked) => {
    admit(moment, 'identitystore', 'ListGroups');
    judgeStore(moment, asked.IdentityStoreId);
    const [filter] = asked.Filters ?? [];
    const found = [...moment.world.directory.groups.values()].filter(
      ({ name }) => filter === undefined || name === filter.AttributeValue,
    );
    const { items, nextToken } = pageOf(found, ({ id }) => id, asked, pageRule);
    const { IdentityStoreId } = asked;
    const Groups = items.map(({ id, name }) => ({
      ...{ GroupId: id, DisplayName: name },
      IdentityStoreId,
    }));
    return { Groups, NextToken: nextToken ?? undefined };
  },
});

/** `ListGroupMemberships` of one group; pages of 1 to 100. Errors: `ResourceNotFoundException`. */
export const listGroupMemberships = operation({
  service: 'identitystore',
  input: z.strictObject({ IdentityStoreId: storeId, GroupId: guid, ...page }),
  run: (moment, asked) => {
    admit(moment, 'identitystore', 'ListGroupMemberships');
    judgeStore(moment, asked.IdentityStoreId);
    needGroup(moment, asked.GroupId);
    const found = [...moment.world.directory.memberships.values()].filter(
      ({ groupId }) => groupId === asked.GroupId,
    );
    const { items, nextToken } = pageOf(found, ({ id }) => id, asked, pageRule);
    const GroupMemberships = items.map(({ id, groupId, userId }) => ({
      IdentityStoreId: asked.IdentityStoreId,
      MembershipId: id,
      GroupId: groupId,
      MemberId: { UserId: userId },
    }));
    return { GroupMemberships, NextToken: nextToken ?? undefined };
  },
});

const pair = { IdentityStoreId: storeId, GroupId: guid, MemberId: memberId };

/** `CreateGroupMembership`. Errors: `ConflictException` when there is one, `ResourceNotFoundException`. */
export const createGroupMembership = operation({
  service: 'identitystore',
  input: z.strictObject(pair),
  run: (moment, asked) => {
    admit(moment, 'identitystore', 'CreateGroupMembership');
    judgeStore(moment, asked.IdentityStoreId);
    needGroup(moment, asked.GroupId);
    const userId = needUser(moment, asked.MemberId.UserId).id;
    if (find(moment, asked.GroupId, userId) !== undefined) {
      throw new Refusal('ConflictException', 'Member and Group relationship already exists.', 400);
    }
    const row: MembershipRow = { id: uuid(moment.rng), groupId: asked.GroupId, userId };
    moment.world.directory.memberships.put(row.id, row);
    return { MembershipId: row.id, IdentityStoreId: asked.IdentityStoreId };
  },
});

/** `GetGroupMembershipId`. Errors: `ResourceNotFoundException`. */
export const getGroupMembershipId = operation({
  service: 'identitystore',
  input: z.strictObject(pair),
  run: (moment, asked) => {
    admit(moment, 'identitystore', 'GetGroupMembershipId');
    judgeStore(moment, asked.IdentityStoreId);
    const found = find(moment, asked.GroupId, asked.MemberId.UserId);
    if (found === undefined) throw notFound('MEMBERSHIP not found.');
    return { MembershipId: found.id, IdentityStoreId: asked.IdentityStoreId };
  },
});

/** `DeleteGroupMembership`. Errors: `ResourceNotFoundException`. */
export const deleteGroupMembership = operation({
  service: 'identitystore',
  input: deleteMembershipInput,
  run: (moment, asked: z.infer<typeof deleteMembershipInput>) => {
    admit(moment, 'identitystore', 'DeleteGroupMembership');
    judgeStore(moment, asked.IdentityStoreId);
    const { memberships } = moment.world.directory;
    if (!memberships.has(asked.MembershipId)) {
      throw notFound(`MEMBERSHIP not found: ${asked.MembershipId}`);
    }
    memberships.drop(asked.MembershipId);
    return {};
  },
});

function needGroup({ world }: Moment, id: string): void {
  if (!world.directory.groups.has(id)) throw notFound(`GROUP not found: ${id}`);
}

function find({ world }: Moment, groupId: string, userId: string): MembershipRow | undefined {
  for (const row of world.directory.memberships.values()) {
    if (row.groupId === groupId && row.userId === userId) return row;
  }
  return undefined;
}
