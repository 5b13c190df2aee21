import { describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { practiceSeed } from '../../../../test/support/practice-seed.ts';
import { checkConfig, loadConfig } from '../index.ts';

type Changes = Readonly<Record<string, unknown>>;

const team = { name: { en: 'SRE', ja: 'SRE' }, group: 'sre' };

function written(memberships: Changes, rest: Changes = {}): string {
  const seed = parseDocument(practiceSeed).toJS() as Changes;
  return stringify({ ...seed, policies: [everyone], memberships, ...rest });
}

const everyone = { id: 'all', who: ['everyone'], what: ['membership'], where: ['*'] };

const codesOf = (memberships: Changes, rest: Changes = {}) =>
  checkConfig(written(memberships, rest), 'sekisho.yaml').problems.map(
    ({ code, path }) => `${code} ${path.replace('memberships.', '')}`,
  );

describe('memberships of sekisho.yaml', () => {
  it('are in force with what they leave unsaid', () => {
    const [found] = loadConfig(written({ sre: team }), 'sekisho.yaml').memberships;
    expect(found).toEqual({
      ...{ ...team, team: 'sre', role: null, defaultSeconds: 90 * 86_400 },
      ...{ maximumSeconds: 180 * 86_400, permissionSets: [], slackUserGroups: [] },
      ...{ shadowsOnCall: false, checklist: [] },
    });
  });

  it.each([
    ['a role of admin', { role: 'admin' }, ['not-one-of sre.role']],
    ['a term over the maximum', { default: '1y' }, ['shape sre.default']],
    ['a term over its own maximum', { maximum: '30d' }, ['default-over-maximum sre.default']],
    [
      'an account that is not in the map',
      { permissionSets: [{ account: 'nowhere', set: 'ReadOnly' }] },
      ['unknown-account sre.permissionSets[0].account'],
    ],
    [
      'a set that the account does not have',
      { permissionSets: [{ account: 'production', set: 'PowerUserAccess' }] },
      ['unknown-permission-set sre.permissionSets[0].set'],
    ],
    [
      'a set twice',
      { permissionSets: Array(2).fill({ account: 'production', set: 'ReadOnly' }) },
      ['duplicate-value sre.permissionSets[1]'],
    ],
    [
      'a channel for a user group',
      { slackUserGroups: ['C0OPS'] },
      ['shape sre.slackUserGroups[0]'],
    ],
    [
      'one thing to do twice',
      { checklist: Array(2).fill({ id: 'read', en: 'Read', ja: '読む' }) },
      ['duplicate-id sre.checklist[1].id'],
    ],
  ])('is told of %s', (_what, changes, wanted) => {
    expect(codesOf({ sre: { ...team, ...changes } })).toEqual(wanted);
  });

  it('is told of a Slack user group that two teams would take people out of', () => {
    const of = (group: string) => ({ ...team, group, slackUserGroups: ['S0SRE'] });
    expect(codesOf({ sre: of('sre'), web: of('web') })).toEqual([
      'user-group-taken web.slackUserGroups[0]',
    ]);
  });

  it('is told where there is no rota, no Slack, and no Identity Center to lend by', () => {
    const all = {
      ...{ ...team, onCall: 'shadow', slackUserGroups: ['S0SRE'] },
      permissionSets: [{ account: 'production', set: 'ReadOnly' }],
    };
    const without = { onCall: undefined, slack: undefined };
    const center = { startUrl: 'https://x.awsapps.com/start', region: 'ap-northeast-1' };
    expect(codesOf({ sre: all }, { ...without, identityCenter: center })).toEqual([
      'no-rota sre.onCall',
      'user-group-without-slack sre.slackUserGroups',
      'membership-without-center sre.permissionSets',
    ]);
  });

  it('are places of rules, and their groups are groups', () => {
    const rule = { ...everyone, who: ['group:exchange'], where: ['sre', 'web'] };
    const codes = codesOf({ sre: { ...team, group: 'exchange' } }, { policies: [rule] });
    expect(codes).toEqual(['unknown-environment policies[0].where[1]']);
  });
});
