import { describe, expect, test } from 'vitest';
import { readAccountMap } from './read-account-map.ts';

const good = `
identityCenter: { startUrl: https://example.awsapps.com/start, region: ap-northeast-1 }
environments:
  live: { production: true, account: "111122223333", region: us-east-1, opsServer: { launchTemplate: ops, sizes: [t3.small], duration: { default: 1h, maximum: 2h } } }
accounts:
  hub: { id: "000011112222", permissionSets: [AdministratorAccess] }
  production:
    id: "111122223333"
    environment: live
    aliases: [prod]
    permissionSets: [ReadOnly, { name: PowerUser, groups: [sre] }]
    roles:
      - { name: Deploy, from: { account: hub, permissionSet: AdministratorAccess }, tags: { team: sre }, transitiveTags: [team] }
`;

function problemsOf(text: string): string[] {
  const { map, problems } = readAccountMap(text, 'sekisho.yaml');
  expect(map === null).toBe(problems.length > 0);
  return problems.map(({ line, path, code }) => `${line} ${path} ${code}`);
}

/** The good map with something in it written otherwise. */
function wrong(from: string, to: string): string[] {
  expect(good).toContain(from);
  return problemsOf(good.replace(from, to));
}

describe('the account map', () => {
  test('takes over what the environment says, and marks production', () => {
    const { map } = readAccountMap(good, 'sekisho.yaml');
    expect(map?.identityCenter?.session).toBe('sekisho');
    expect(map?.accounts[1]).toMatchObject({
      ...{ name: 'production', production: true, region: 'us-east-1', color: 'd1242f' },
      permissionSets: [
        { name: 'ReadOnly', groups: [] },
        { name: 'PowerUser', groups: ['sre'] },
      ],
    });
  });

  test('is of use though the rest of the file is missing or wrong', () => {
    expect(problemsOf(good.replace('environments:', 'people: 3\nenvironments:'))).toEqual([]);
    const alone = good.replace(/environments:\n.*\n/, '');
    expect(problemsOf(alone)).toEqual([]);
  });

  test.each([
    [
      '111122223333"\n',
      '000011112222"\n',
      [
        '8 accounts.production.id duplicate-account',
        '9 accounts.production.environment environment-elsewhere',
      ],
    ],
    ['aliases: [prod]', 'aliases: [hub]', ['10 accounts.production.aliases[0] alias-taken']],
    [
      'account: hub, permissionSet: AdministratorAccess }, tags',
      'account: hub, permissionSet: Admin }, tags',
      ['13 accounts.production.roles[0].from.permissionSet unknown-permission-set'],
    ],
    [
      'account: hub,',
      'account: hup,',
      ['13 accounts.production.roles[0].from.account unknown-account'],
    ],
    [
      'transitiveTags: [team]',
      'transitiveTags: [cost]',
      ['13 accounts.production.roles[0].transitiveTags[0] unknown-tag'],
    ],
    [
      'environment: live',
      'environment: life',
      ['9 accounts.production.environment unknown-environment'],
    ],
    [
      '000011112222", perm',
      '000011112223", environment: live, perm',
      ['6 accounts.hub.environment environment-elsewhere'],
    ],
    ['[ReadOnly, {', '[PowerUser, {', ['11 accounts.production.permissionSets[1] duplicate-value']],
    [
      'identityCenter: {',
      'was: {',
      [
        '6 accounts.hub.permissionSets no-identity-center',
        '11 accounts.production.permissionSets no-identity-center',
      ],
    ],
    [
      'aliases: [prod]',
      'look: { roleArn: "arn:aws:iam::000011112222:role/look" }',
      ['10 accounts.production.look.roleArn role-of-other-account'],
    ],
    [
      'region: ap-northeast-1 }',
      'region: ap-northeast-1, roleArn: "arn:aws:iam::000011112222:role/s", liveSessions: { roleArn: "arn:aws:iam::000011112222:role/s" } }',
      ['2 identityCenter.liveSessions.roleArn same-role'],
    ],
    [
      'groups: [sre] }',
      'standing: true, viaGroup: lent }',
      ['11 accounts.production.permissionSets[1].standing standing-by-group'],
    ],
    [
      '[ReadOnly, { name: PowerUser, groups: [sre] }]',
      '[{ name: ReadOnly, viaGroup: lent }, { name: PowerUser, viaGroup: lent }]',
      ['11 accounts.production.permissionSets[1].viaGroup shared-group'],
    ],
    ['aliases: [prod]', 'aliases: [a, a]', ['10 accounts.production.aliases[1] alias-taken']],
    ['"000011112222"', '000011112222', ['6 accounts.hub.id wrong-type']],
    ['PowerUser', 'Power User', ['11 accounts.production.permissionSets[1].name shape']],
  ])('tells what is wrong with it, and where: %s → %s', (from, to, expected) => {
    const found = wrong(from, to);
    expect(found.filter((one) => !one.endsWith('profile-clash'))).toEqual(expected);
  });

  test('says of a name of an account what accounts may be called', () => {
    const { problems } = readAccountMap('accounts:\n  本番: { id: "111122223333" }\n', 'x.yaml');
    expect(problems.map(({ text }) => text.en.fix)).toEqual([
      expect.stringContaining('letters, digits, hyphens and underscores'),
    ]);
  });

  test('refuses two profiles of one name', () => {
    const clash = good.replace(
      'hub: {',
      'production-Power: { id: "999999999999", permissionSets: [User] }\n  hub: {',
    );
    expect(problemsOf(clash)).toEqual([]);
    const same = good.replace(
      /hub: \{.*\}/,
      'hub: { id: "000011112222", permissionSets: [AdministratorAccess, "a,b", "a=b"] }',
    );
    expect(problemsOf(same)).toEqual(['6 accounts profile-clash']);
  });

  test('is asked for where there is none, and survives whatever is written', () => {
    expect(problemsOf('people: []')).toEqual(['1  no-accounts']);
    for (const text of [
      '',
      '[',
      '- a',
      'accounts: 3',
      'accounts: {__proto__: 1}',
      'accounts: {a: null}',
    ])
      expect(problemsOf(text)).not.toEqual([]);
  });
});
