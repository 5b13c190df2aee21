import { describe, expect, test } from 'vitest';
import { readAccountMap } from '../read-account-map.ts';
import { compareAccounts } from './compare-accounts.ts';
import { knownAccounts } from './known-accounts.ts';
import { writeAccounts } from './write-accounts.ts';

const own = `# ours
identityCenter: { startUrl: https://example.awsapps.com/start, region: ap-northeast-1 }
accounts:
    production:   # by hand
        id: "111122223333"
        permissionSets: [ReadOnly, Gone]   # kept

# behind
people: []
`;

const found = [
  { id: '111122223333', name: 'Acme Production', permissionSets: ['ReadOnly', 'Admin'] },
  { id: '444455556666', name: 'Ünder Test (2)', permissionSets: ['Admin', 'a,b'] },
  { id: '777788889999', name: 'production', permissionSets: [] },
];

/** A file as discovery writes it. */
function written(text: string, accounts = found): string {
  return writeAccounts(text, compareAccounts(knownAccounts(text), accounts).lines) ?? 'nowhere';
}

describe('the accounts of an organization', () => {
  test('are put after those of the file, every other byte of which stays', () => {
    const text = written(own);
    const [before = '', after = ''] = own.split('\n# behind');
    expect(text).toBe(`${before}    # sekisho begin: discovered; what is written here is overwritten
    production-777788889999: { id: "777788889999" }
    under-test-2: { id: "444455556666", permissionSets: [Admin, "a,b"] }
    # sekisho end

# behind${after}`);
    expect(written(text)).toBe(text);
    expect(readAccountMap(text, 'sekisho.yaml').problems).toEqual([]);
  });

  test.each([
    ['an empty file', ''],
    ['a file without accounts', 'identityCenter: {}'],
    ['a file whose accounts are empty', 'accounts:\npeople: []\n'],
    ['a file with other line ends', own.replaceAll('\n', '\r\n')],
  ])('are put into %s', (_, text) => {
    const after = written(text);
    const ids = knownAccounts(after).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(found.map(({ id }) => id)));
    expect(written(after)).toBe(after);
    const rest = after.replace(/ *# sekisho begin[^]*# sekisho end\r?\n/, '');
    expect(rest.replace(/accounts:\r?\n$/, '').trimEnd()).toBe(
      text.replace(/accounts:\r?\n$/, '').trimEnd(),
    );
  });

  test('get no name that an account of the file has as an alias', () => {
    const aliased = own.replace('# by hand', '# by hand\n        aliases: [prod, 7]');
    const others = [{ id: '444455556666', name: 'Prod', permissionSets: [] }];
    const text = written(aliased.replace(', 7', ''), others);
    expect(text).toContain('prod-444455556666: { id: "444455556666" }');
    expect(readAccountMap(text, 'sekisho.yaml').problems).toEqual([]);
    // What is no name takes none, and is for `sekisho check` to tell.
    expect(written(aliased, others)).toContain('prod-444455556666: { id: "444455556666" }');
  });

  test('are not put where nobody can tell their place', () => {
    expect(written('accounts: { a: { id: "111122223333" } }')).toBe('nowhere');
    expect(written('accounts:\n  # sekisho begin\n')).toBe('nowhere');
    expect(written('accounts: [')).toBe('nowhere');
  });

  test('differ from the file by what came, went and was renamed', () => {
    const now = found.map((one) => (one.id === '444455556666' ? { ...one, name: 'Lab' } : one));
    const { differences } = compareAccounts(
      knownAccounts(written(own)),
      now.filter(({ id }) => id !== '777788889999'),
    );
    expect(differences.map(({ kind, name, what }) => [kind, name, what])).toEqual([
      ['new-set', 'production', 'Admin'],
      ['gone-set', 'production', 'Gone'],
      ['renamed', 'under-test-2', 'lab'],
      ['gone', 'production-777788889999', ''],
    ]);
    expect(compareAccounts(knownAccounts(own), found).differences).toContainEqual({
      kind: 'new',
      id: '444455556666',
      name: 'under-test-2',
      what: 'Ünder Test (2)',
    });
  });
});
