import { expect, test } from 'vitest';
import { practiceSeed } from '../../../../test/support/practice-seed.ts';
import { checkConfig } from '../check.ts';

const checked = (directory: string, edit = (yaml: string) => yaml) =>
  checkConfig(edit(`${practiceSeed}\ndirectory: ${directory}\n`), 'sekisho.yaml');

test('the directory adds nobody and nothing unless it is told to, and refuses who is deactivated', () => {
  expect(checked('{}').config?.directory).toEqual({
    ...{ adds: false, addedMayApprove: false, groups: new Map(), refusesDeactivated: true },
    ...{ everySeconds: 900, staleSeconds: 86_400 },
  });
  const { config } = checked('{ people: add, groups: { SRE Team: sre }, deactivated: report }');
  expect(config?.directory).toMatchObject({ adds: true, refusesDeactivated: false });
  expect(config?.directory?.groups.get('SRE Team')).toBe('sre');
});

test('a group that only the directory gives is known to policies', () => {
  const policies = (yaml: string) =>
    yaml.replace(
      'policies:',
      'policies:\n  - { id: new, who: [group:oncall-dev], what: [ops-server], where: [staging], maximum: 1h }',
    );
  const codes = (directory: string) =>
    checked(directory, policies).problems.map(({ code }) => code);
  expect(codes('{ groups: { Developers: oncall-dev } }')).toEqual([]);
  expect(codes('{}')).toEqual(['unknown-group']);
});

test.each([
  ['{ every: 2h, staleAfter: 1h }', 'stale-before-read', (yaml: string) => yaml],
  [
    '{}',
    'directory-without-center',
    (yaml: string) => yaml.replace("  account: '444444444444'\n", ''),
  ],
  [
    '{ people: add }',
    'person-without-email',
    (yaml: string) => yaml.replace('email: taro.suzuki@example.com', ''),
  ],
  [
    '{ groups: { Lent: sre } }',
    'lent-group-in-directory',
    (yaml: string) => yaml.replace('[PowerUserAccess]', '[{ name: P, viaGroup: Lent }]'),
  ],
  ['{ groups: { SRE: Not A Group } }', 'shape', (yaml: string) => yaml],
])('tells what is wrong with it: %s → %s', (directory, code, edit) => {
  expect(checked(directory, edit).problems.map((each) => each.code)).toContain(code);
});
