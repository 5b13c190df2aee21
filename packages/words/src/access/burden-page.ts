import type { BurdenChange, BurdenSet, Language } from '@sekisho/contract';
import type { Pair } from '../language.ts';

const findings: Readonly<Record<BurdenSet['finding'], Pair>> = {
  'in-use': { en: 'in use', ja: '使用中' },
  'standing-strong': { en: 'always, and strong', ja: '強い権限が常時' },
  unused: { en: 'not lent', ja: '貸出なし' },
  'not-in-map': { en: 'not in the map', ja: '一覧にない' },
};

const doings: Readonly<Record<BurdenChange['do'], Pair>> = {
  lend: { en: 'lend', ja: '貸出に変更' },
  drop: { en: 'drop', ja: '一覧から削除' },
  unassign: { en: 'take away', ja: '割り当てを解除' },
  'drop-role': { en: 'drop role', ja: 'ロールを一覧から削除' },
  'delete-role': { en: 'delete role', ja: 'ロールを削除' },
};

/** What was found of a permission set, in a word or two. */
export function burdenFinding(finding: BurdenSet['finding'], language: Language): string {
  return findings[finding][language];
}

/** A proposed change in one line: `take away production ReadOnly`. */
export function burdenChangeText(change: BurdenChange, language: Language): string {
  const { accountName, permissionSet, role } = change;
  return `${doings[change.do][language]} ${accountName} ${permissionSet ?? role ?? ''}`;
}

/** Labels of role burden, of the console and of the terminal. */
export const burdenPage = {
  en: {
    lead: 'Who has what without a lease, set beside what is lent, and the smaller map that follows. Nothing is written, in AWS or in the map.',
    span: (since: string, until: string) => `Leases since ${since}; AWS as of ${until}.`,
    again: 'Look again',
    theirs: 'Always have strong access',
    nobody: 'Nobody always has a strong permission set.',
    byGroup: (group: string) => `by ${group}`,
    stranger: 'not in the roster',
    sets: 'Permission sets',
    setsNothing: 'No permission set is assigned or in the map: there is nothing to weigh.',
    times: 'Lent',
    last: 'Last lent',
    finding: 'Verdict',
    standing: 'Without a lease',
    roles: 'IAM roles that nobody used',
    rolesNothing: 'None in the accounts that are looked at.',
    rolesMore: (count: number) => `${count} more are not listed.`,
    role: 'Role',
    lastUsed: 'Last used',
    never: 'not in 400 days',
    created: 'Created',
    inMap: 'in the map',
    notLooked: (count: number) =>
      count === 1
        ? 'The roles of one account are not looked at.'
        : `The roles of ${count} accounts are not looked at.`,
    lookHow:
      'Name a role in sekisho.yaml that may iam:ListRoles, iam:GetRole and sts:GetCallerIdentity; a look follows once a day:',
    firstLook: (names: string) => `The first look at ${names} is under way.`,
    unjudged: (roles: string) => `Of the map, and therefore not judged: ${roles}.`,
    proposed: 'Proposed',
    nothing: 'Nothing to propose.',
    theMap: 'The smaller map (nothing is written)',
    snippet: 'the lines',
    knows: 'What this rests on, and what it cannot know',
  },
  ja: {
    lead: '貸出なしで誰が何を持っているかを貸出の記録と比べ、小さくした一覧を提案します。AWS にも一覧にも書き込みません。',
    span: (since: string, until: string) => `貸出は ${since} 以降、AWS は ${until} 時点。`,
    again: '調べ直す',
    theirs: '強い権限を常に持つ人',
    nobody: '強い許可セットを常に持っている人はいません。',
    byGroup: (group: string) => `${group} による`,
    stranger: '名簿にない人',
    sets: '許可セット',
    setsNothing: '割り当ても一覧の許可セットもないため、調べるものがありません。',
    times: '貸出回数',
    last: '最後の貸出',
    finding: '判定',
    standing: '貸出なしで持つ人',
    roles: '使われていない IAM ロール',
    rolesNothing: '調べているアカウントにはありません。',
    rolesMore: (count: number) => `ほか ${count} 件は省略しています。`,
    role: 'ロール',
    lastUsed: '最後の使用',
    never: '400 日以内になし',
    created: '作成',
    inMap: '一覧にあり',
    notLooked: (count: number) => `${count} 件のアカウントのロールは調べていません。`,
    lookHow:
      'iam:ListRoles・iam:GetRole・sts:GetCallerIdentity を許可したロールを sekisho.yaml に書くと、1 日 1 回調べます。',
    firstLook: (names: string) => `${names} は最初の調査中です。`,
    unjudged: (roles: string) => `一覧にあるが判断していないロール: ${roles}`,
    proposed: '提案',
    nothing: '提案はありません。',
    theMap: '小さくした一覧(書き込みはしません)',
    snippet: '設定の例',
    knows: 'この結果の根拠と、分からないこと',
  },
} as const;
