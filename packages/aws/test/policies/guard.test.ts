import { decide, readPolicy } from '@sekisho/iam-policy';
import { describe, expect, it } from 'vitest';
import { exampleGuard } from '../../src/policies/example.ts';
import { examplePolicies, guardPolicy } from '../../src/policies/index.ts';
import { type Asked, asksOf } from './asks-of.ts';

import {
  guarded,
  image,
  instance,
  key,
  logs,
  naming,
  ours,
  pipeline,
  role,
  schedule,
  scheduler,
  sekisho,
  server,
  somebody,
  ssm,
} from './guard-asks.ts';

const statements = readPolicy(JSON.stringify(guardPolicy(exampleGuard)), 'identity');
const everybody = [
  somebody,
  sekisho,
  instance,
  scheduler,
  pipeline,
  'arn:aws:iam::111122223333:root',
];

function isRefused(who: string, [action, resource, context = {}]: Asked): boolean {
  const asked = { action, resource, context: { 'aws:PrincipalArn': who, ...context } };
  return decide(statements, asked) === 'deny';
}

describe.each(Object.entries(guarded))('whoever %s', (_, { but, asks }) => {
  it('is refused', () => {
    const others = everybody.filter((who) => who !== but);
    const passed = others.flatMap((who) =>
      asks.filter((ask) => !isRefused(who, ask)).map(([action, on]) => `${who} ${action} ${on}`),
    );
    expect(passed).toEqual([]);
  });

  it('is not, when that is theirs to do', () => {
    const theirs = [role('terraform'), ...(but === undefined ? [] : [but])];
    const kept = theirs.flatMap((who) =>
      asks.filter((ask) => isRefused(who, ask)).map(([action, on]) => `${who} ${action} ${on}`),
    );
    expect(kept).toEqual([]);
  });
});

it('leaves holders their own server, and everybody what bears no mark or another’s', () => {
  const own = { ...ours, 'aws:PrincipalTag/sekisho:holder': 'hanako' };
  const bystanders: Asked[] = [
    ['ssm:StartSession', server, own],
    ['ssm:StartSession', server],
    ['ssm:StartSession', server, { 'ssm:resourceTag/sekisho:installation': 'another' }],
    ['ssm:SendCommand', server],
    ['ssm:SendCommand', server, { 'aws:ResourceTag/sekisho:installation': 'another' }],
    ['ec2:TerminateInstances', server, ours],
    ['ec2:CreateTags', server, { ...ours, ...naming('Name', 'team') }],
    ['ec2:DeleteTags', server, naming('team')],
    ['ec2:DeleteTags', image],
    ['kms:ScheduleKeyDeletion', key],
    ['iam:PassRole', role('web')],
    ['iam:PutRolePolicy', role('web')],
    ['logs:PutLogEvents', logs('/sekisho/hub/sekisho', 'web')],
    ['scheduler:DeleteSchedule', schedule.replace('sekisho-ops-1', 'nightly')],
    ['ssm:PutParameter', ssm('parameter/database/password')],
  ];
  expect(bystanders.filter((ask) => isRefused(somebody, ask))).toEqual([]);
});

/** Who has each policy in a member. */
const holders: readonly (readonly [RegExp, string])[] = [
  [/^(?:ops-servers|ops-recordings|doctor|access|ci-roles)$/, sekisho],
  [/^(?:ops-scheduler|access-removal)$/, scheduler],
  [/^ops-instance$/, instance],
  [/^ops-holder$/, somebody],
  [/^image-/, pipeline],
  [/^look$/, role('sekisho-look')],
];
const granted = Object.entries(examplePolicies()).flatMap(([name, document]) => {
  const [, who] = holders.find(([names]) => names.test(name)) ?? [];
  return who === undefined ? [] : [[name, who, document] as const];
});

it('knows who has the policies of members', () => {
  expect(new Set(granted.map(([, who]) => who)).size).toBe(holders.length);
});

it.each(granted)('refuses nothing that %s allows its role', (_, who, document) => {
  const asks = asksOf(document);
  expect(asks.length).toBeGreaterThan(0);
  expect(asks.filter((ask) => isRefused(who, ask))).toEqual([]);
});

it('is written as every partition takes it, within what Organizations takes', () => {
  const document = guardPolicy(exampleGuard);
  const actions = document.Statement.flatMap(({ Action }) => Action);
  expect(actions.filter((name) => !/^[a-z0-9-]+:[A-Za-z]+\*?$/.test(name))).toEqual([]);
  expect(JSON.stringify(document).length).toBeLessThan(5120);
  expect(document.Statement.every(({ Effect }) => Effect === 'Deny')).toBe(true);
});
