import { expect, it } from 'vitest';
import { practiceConfig } from '../../../../../test/support/world.ts';
import { overlay } from './overlay.ts';
import type { MembershipInForce } from './store.ts';

const config = practiceConfig();
const [team] = config.memberships;
if (team === undefined) throw new Error('practice has a team');
const now = new Date('2026-05-01T00:00:00Z');
const membership: MembershipInForce = {
  ...{ person: 'engineer', team: 'sre', group: 'sre', role: 'sre', shadows: true },
  until: new Date('2026-05-01T00:00:01Z'),
};

function given(change: Partial<MembershipInForce> = {}, teams = config.memberships, at = now) {
  const memberships = [{ ...membership, ...change }];
  const { people } = overlay({ ...config, memberships: teams }, { memberships }, at);
  const who = people.find(({ id }) => id === (change.person ?? 'engineer'));
  return [who?.role, ...(who?.groups ?? [])];
}

it.each([
  ['gives the group and raises the role', {}, ['sre', 'engineers', 'sre']],
  ['raises nobody who has more', { person: 'sre' }, ['admin', 'sre']],
  ['raises nobody who may only read', { person: 'auditor' }, ['read-only', 'audit', 'sre']],
  ['is over at its moment', { until: now }, ['member', 'engineers']],
  ['gives no other group than the file says', { group: 'admins' }, ['member', 'engineers']],
  ['gives nothing of a team that is gone', { team: 'web' }, ['member', 'engineers']],
  ['gives no role that was not approved', { role: null }, ['member', 'engineers', 'sre']],
] as const)('a membership %s', (_what, change, wanted) => {
  expect(given(change)).toEqual(wanted);
});

it('of the role that was approved and the one of the file the weaker holds', () => {
  expect(given({}, [{ ...team, role: 'member' }])).toEqual(['member', 'engineers', 'sre']);
  expect(given({}, [{ ...team, role: null }])).toEqual(['member', 'engineers', 'sre']);
});

it('makes a member of somebody who may only read where the team says just that', () => {
  const change = { person: 'auditor', role: 'member' } as const;
  expect(given(change, [{ ...team, role: 'member' }])).toEqual(['member', 'audit', 'sre']);
});
