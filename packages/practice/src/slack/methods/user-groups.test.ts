import { expect, test } from 'vitest';
import { workspace } from '../test/workspace.ts';

const group = { usergroup: 'S0SRE' };

test('a new list replaces the whole list, in a form and in JSON', () => {
  const slack = workspace();
  const members = () => slack.bot('usergroups.users.list', group)['users'];
  expect(members()).toEqual(['U0SRE', 'U0SRE2']);
  const users = 'U0SRE, U0ENG';
  expect(slack.bot('usergroups.users.update', { ...group, users })).toMatchObject({
    ok: true,
    usergroup: { id: 'S0SRE', users: ['U0SRE', 'U0ENG'], user_count: 2 },
  });
  expect(members()).toEqual(['U0SRE', 'U0ENG']);
  slack.bot('usergroups.users.update', { ...group, users: ['U0ENG', 'U0ENG'] });
  expect(members()).toEqual(['U0ENG']);
});

test.each([
  [{ ...group, users: '' }, 'no_users_provided'],
  [{ ...group, users: [] }, 'no_users_provided'],
  [{ ...group, users: 'U0GUEST' }, 'invalid_users'],
  [{ ...group, users: 'U0SRE,U0GONE' }, 'invalid_users'],
  [{ ...group, users: 'U0SEKISHO' }, 'invalid_users'],
  [{ ...group, users: 'U0NOBODY' }, 'failed_for_some_users'],
  [{ usergroup: 'S0NONE', users: 'U0SRE' }, 'no_such_subteam'],
  [{ users: 'U0SRE' }, 'missing_argument'],
])('refuses %o with %s', (args, error) => {
  const slack = workspace();
  expect(slack.bot('usergroups.users.update', args)).toMatchObject({ ok: false, error });
  expect(slack.bot('usergroups.users.list', group)['users']).toEqual(['U0SRE', 'U0SRE2']);
});

test('a disabled group is seen only by those who ask for such, and keeps its list', () => {
  const slack = workspace();
  const list = (args = {}) => slack.bot('usergroups.list', { include_users: 'true', ...args });
  slack.bot('usergroups.disable', group);
  expect(list()['usergroups']).toEqual([]);
  expect(slack.bot('usergroups.users.list', group)['error']).toBe('no_such_subteam');
  expect(list({ include_disabled: true })['usergroups']).toMatchObject([
    { id: 'S0SRE', users: ['U0SRE', 'U0SRE2'], date_delete: 1_790_000_000 },
  ]);
  slack.bot('usergroups.enable', group);
  expect(list()['usergroups']).toMatchObject([{ users: ['U0SRE', 'U0SRE2'], date_delete: 0 }]);
});

test.each([
  ['plan_upgrade_required', 'plan_upgrade_required'],
  ['missing_scope', 'missing_scope'],
  ['permission_denied', undefined],
] as const)('can be told to refuse with %s', (fault, reading) => {
  const slack = workspace();
  slack.person({ act: 'faults', faults: { userGroups: fault } });
  const writing = slack.bot('usergroups.users.update', { ...group, users: 'U0ENG' });
  expect(writing['error']).toBe(fault);
  expect(slack.bot('usergroups.list')['error']).toBe(reading);
  slack.person({ act: 'faults', faults: { userGroups: null } });
  expect(slack.bot('usergroups.users.update', { ...group, users: 'U0ENG' })['ok']).toBe(true);
});
