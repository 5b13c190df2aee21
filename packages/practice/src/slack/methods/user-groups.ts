import { flag, required, text } from '../arguments.ts';
import { fail } from '../failure.ts';
import type { Json, UserGroup } from '../state.ts';
import type { World } from '../world.ts';
import { seconds } from '../world.ts';

/** `usergroups.list`, unpaged as Slack's is. Errors: `plan_upgrade_required`. */
export function userGroupList(world: World, args: Json): Json {
  const { userGroups = {}, team } = refuseByFault(world, 'read').state;
  const shown = Object.values(userGroups).filter(
    ({ disabledAt }) => disabledAt === null || flag(args, 'include_disabled'),
  );
  return {
    usergroups: shown.map((group) => ({
      ...showGroup(group, team.id),
      ...(flag(args, 'include_users') ? { users: membersOf(world, group) } : {}),
    })),
  };
}

/** `usergroups.users.list`. Errors: `no_such_subteam`, also for one that is disabled and not asked for. */
export function userGroupMembers(world: World, args: Json): Json {
  const group = groupOf(refuseByFault(world, 'read'), args);
  if (group.disabledAt !== null && !flag(args, 'include_disabled')) fail('no_such_subteam');
  return { users: membersOf(world, group) };
}

/**
 * `usergroups.users.update`: replaces the whole list. Errors: `no_users_provided` for an empty one,
 * `invalid_users` for guests, bots and people who left, `failed_for_some_users` for strangers.
 */
export function setUserGroupMembers(world: World, args: Json): Json {
  const group = groupOf(refuseByFault(world, 'write'), args);
  const users = listed(args['users']);
  if (users.length === 0) fail('no_users_provided');
  const people = users.map((id) => world.state.people[id] ?? fail('failed_for_some_users'));
  if (people.some(({ restricted, bot, deleted }) => restricted || bot || deleted)) {
    fail('invalid_users');
  }
  const next = put(world, { ...group, users: [...new Set(users)] });
  return { usergroup: { ...showGroup(next, world.state.team.id), users: next.users } };
}

/** `usergroups.enable`: whoever was in it when it was disabled is in it again. */
export function enableUserGroup(world: World, args: Json): Json {
  const group = groupOf(refuseByFault(world, 'write'), args);
  const next = put(world, { ...group, disabledAt: null });
  return { usergroup: showGroup(next, world.state.team.id) };
}

/** `usergroups.disable`: nobody can mention it any more; its list is kept. */
export function disableUserGroup(world: World, args: Json): Json {
  const group = groupOf(refuseByFault(world, 'write'), args);
  const next = put(world, { ...group, disabledAt: seconds(world.now) });
  return { usergroup: showGroup(next, world.state.team.id) };
}

/** What a workspace's plan, its settings and the app's scopes refuse, when that is set as a fault. */
function refuseByFault(world: World, doing: 'read' | 'write'): World {
  const { userGroups } = world.state.faults;
  if (userGroups === 'plan_upgrade_required') fail(userGroups);
  if (userGroups === 'permission_denied' && doing === 'write') fail(userGroups);
  if (userGroups === 'missing_scope') fail(userGroups, { needed: `usergroups:${doing}` });
  return world;
}

function groupOf({ state }: World, args: Json): UserGroup {
  const id = required(args, 'usergroup', 'missing_argument');
  return state.userGroups?.[id] ?? fail('no_such_subteam');
}

function put(world: World, group: UserGroup): UserGroup {
  const userGroups = { ...world.state.userGroups, [group.id]: group };
  world.state = { ...world.state, userGroups };
  return group;
}

/** Slack takes people who left out of every group. */
function membersOf({ state }: World, { users }: UserGroup): string[] {
  return users.filter((id) => state.people[id]?.deleted === false);
}

function listed(value: unknown): string[] {
  const users = Array.isArray(value) ? value.map(String) : text({ value }, 'value').split(',');
  return users.map((user) => user.trim()).filter((user) => user !== '');
}

function showGroup({ id, name, handle, users, disabledAt }: UserGroup, team: string): Json {
  return {
    ...{ id, team_id: team, is_usergroup: true, name, handle, description: '' },
    ...{ is_external: false, auto_type: null, date_delete: disabledAt ?? 0 },
    prefs: { channels: [], groups: [] },
    user_count: users.length,
  };
}
