import { listOf } from '@sekisho/words';
import type { ProblemWordsOf } from './words-of.ts';

const identities = {
  slack: { en: 'Slack user', ja: 'Slack ユーザー' },
  github: { en: 'GitHub login', ja: 'GitHub のユーザー名' },
  email: { en: 'e-mail address', ja: 'メールアドレス' },
  oidc: { en: 'subject of a provider', ja: 'プロバイダーの subject' },
} as const;

export const ruleWords: ProblemWordsOf<
  | 'duplicate-id'
  | 'duplicate-identity'
  | 'duplicate-value'
  | 'unknown-person'
  | 'unknown-group'
  | 'unknown-environment'
  | 'no-rota'
  | 'default-over-maximum'
  | 'policy-over-maximum'
  | 'reminder-too-long'
  | 'refuse-before-warn'
  | 'hours-backwards'
  | 'role-of-other-account'
> = {
  'duplicate-id': {
    en: (f) => ({
      why: `The id "${f.value}" is already that of ${f.first}.`,
      fix: 'Give one of them another id.',
    }),
    ja: (f) => ({
      why: `ID「${f.value}」は ${f.first} ですでに使われています。`,
      fix: 'どちらかの ID を変えてください。',
    }),
  },
  'duplicate-identity': {
    en: (f) => ({
      why: `The ${identities[f.kind].en} ${f.value} already belongs to "${f.other}".`,
      fix: 'One person only may have it.',
    }),
    ja: (f) => ({
      why: `${identities[f.kind].ja} ${f.value} は「${f.other}」にすでに登録されています。`,
      fix: '一人だけに登録してください。',
    }),
  },
  'duplicate-value': {
    en: (f) => ({ why: `"${f.value}" occurs twice in this list.`, fix: 'Remove one.' }),
    ja: (f) => ({ why: `「${f.value}」がリストに重複しています。`, fix: '一つにしてください。' }),
  },
  'unknown-person': {
    en: (f) => ({
      why: `Nobody has the id "${f.value}".`,
      fix: `Ids under "people": ${listOf(f.known, 'en')}.`,
    }),
    ja: (f) => ({
      why: `ID「${f.value}」の人はいません。`,
      fix: `people にある ID: ${listOf(f.known, 'ja')}`,
    }),
  },
  'unknown-group': {
    en: (f) => ({
      why: `Nobody is in the group "${f.value}".`,
      fix: `Add it to someone’s "groups", or use one of: ${listOf(f.known, 'en') || '(none)'}.`,
    }),
    ja: (f) => ({
      why: `グループ「${f.value}」には誰もいません。`,
      fix: `誰かの groups に追加するか、次から選んでください: ${listOf(f.known, 'ja') || '(なし)'}`,
    }),
  },
  'unknown-environment': {
    en: (f) => ({
      why: `There is no environment "${f.value}".`,
      fix: `Choose one of: ${listOf(f.known, 'en')}, or "*".`,
    }),
    ja: (f) => ({
      why: `環境「${f.value}」はありません。`,
      fix: `次から選んでください: ${listOf([...f.known, '"*"'], 'ja')}`,
    }),
  },
  'no-rota': {
    en: () => ({
      why: '"on-call" is nobody, for there is no rota.',
      fix: 'Add "onCall" with a rotation.',
    }),
    ja: () => ({
      why: '当番表がないため「on-call」に当たる人がいません。',
      fix: 'onCall に rotation を書いてください。',
    }),
  },
  'default-over-maximum': {
    en: (f) => ({
      why: `The default ${f.value} is longer than the maximum ${f.maximum}.`,
      fix: 'Shorten the default or raise the maximum.',
    }),
    ja: (f) => ({
      why: `既定値 ${f.value} が上限 ${f.maximum} を超えています。`,
      fix: '既定値を短くするか、上限を延ばしてください。',
    }),
  },
  'policy-over-maximum': {
    en: (f) => ({
      why: `${f.value} is longer than its environments allow (${f.maximum}), so it limits nothing.`,
      fix: 'Shorten it, or leave it out.',
    }),
    ja: (f) => ({
      why: `${f.value} は環境の上限(${f.maximum})より長く、制限になりません。`,
      fix: '短くするか、省いてください。',
    }),
  },
  'reminder-too-long': {
    en: (f) => ({
      why: `A reminder ${f.value} before the end comes before the start: ${f.environment} lends for ${f.duration} by default.`,
      fix: 'Shorten the reminder or lengthen the default.',
    }),
    ja: (f) => ({
      why: `期限の ${f.value} 前の通知は開始より前になります(${f.environment} の既定は ${f.duration})。`,
      fix: '通知を遅くするか、既定の時間を延ばしてください。',
    }),
  },
  'refuse-before-warn': {
    en: (f) => ({
      why: `Images are refused after ${f.value}, before the warning at ${f.warnAfter}.`,
      fix: 'Make "refuseAfter" longer than "warnAfter".',
    }),
    ja: (f) => ({
      why: `警告(${f.warnAfter})より先に拒否(${f.value})になります。`,
      fix: 'refuseAfter を warnAfter より長くしてください。',
    }),
  },
  'hours-backwards': {
    en: (f) => ({
      why: `Working hours end (${f.to}) before they begin (${f.from}).`,
      fix: 'Make "to" later than "from"; hours over midnight are not supported.',
    }),
    ja: (f) => ({
      why: `利用時間の終わり(${f.to})が始まり(${f.from})より前です。`,
      fix: 'to を from より後にしてください。日付をまたぐ時間帯は使えません。',
    }),
  },
  'role-of-other-account': {
    en: (f) => ({
      why: `The role ${f.value} is not in the account ${f.account}.`,
      fix: 'Name a role of this account.',
    }),
    ja: (f) => ({
      why: `ロール ${f.value} はアカウント ${f.account} のものではありません。`,
      fix: 'このアカウントのロールを指定してください。',
    }),
  },
};
