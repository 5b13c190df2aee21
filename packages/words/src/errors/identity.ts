import type { Role } from '@sekisho/contract';
import { roleNames } from '../catalogue/leases.ts';
import { whoText } from '../catalogue/who.ts';
import type { Language } from '../language.ts';
import { listOf } from '../language.ts';
import type { ErrorWordsOf } from './words.ts';

function roleText(role: string, language: Language): string {
  return roleNames[role as Role]?.[language] ?? role;
}

/** A server is handed over; what else is lent is its holder's alone. */
const othersEn = {
  server: (holder: string) => ({
    why: `${holder} holds this lease.`,
    fix: `Ask ${holder} to hand it over, or ask an SRE.`,
  }),
  lent: (holder: string) => ({
    why: `${holder} holds this lease.`,
    fix: `Ask ${holder} or an SRE to do it.`,
  }),
  journal: (holder: string) => ({
    why: `This is the journal of ${holder}: only they and SREs read it.`,
    fix: `Ask ${holder} for their report.`,
  }),
};

const othersJa: typeof othersEn = {
  server: (holder) => ({
    why: `この貸出の利用者は ${holder} です。`,
    fix: `${holder} に引き継ぎを頼むか、SRE に依頼してください。`,
  }),
  lent: (holder) => ({
    why: `この貸出の利用者は ${holder} です。`,
    fix: `${holder} か SRE に操作を依頼してください。`,
  }),
  journal: (holder) => ({
    why: `これは ${holder} の活動の記録です。見られるのは本人と SRE だけです。`,
    fix: `${holder} にレポートを頼んでください。`,
  }),
};

export const identityErrors: ErrorWordsOf<
  | 'not-signed-in'
  | 'not-in-roster'
  | 'guest-refused'
  | 'read-only'
  | 'role-too-weak'
  | 'token-scope'
  | 'approver-must-be-person'
  | 'self-approval'
  | 'not-an-approver'
  | 'not-yours'
> = {
  'not-signed-in': {
    title: { en: 'Not signed in', ja: '未認証' },
    en: ({ login }) => ({
      why: 'Sekisho does not know who you are.',
      fix:
        login === undefined
          ? 'In practice choose a hat with --as; otherwise send a valid token.'
          : `Sign in at ${login}, or with "sekisho login"; programs send a valid token.`,
    }),
    ja: ({ login }) => ({
      why: '誰からの操作かわかりません。',
      fix:
        login === undefined
          ? '練習環境では --as で役を選び、それ以外では有効なトークンを付けてください。'
          : `${login} か「sekisho login」でログインしてください。プログラムは有効なトークンを付けます。`,
    }),
  },
  'not-in-roster': {
    title: { en: 'Not in the roster', ja: '名簿にない利用者' },
    en: ({ who }) => ({
      why: `${who} is not in the roster.`,
      fix: 'Ask an SRE to add you under "people" in sekisho.yaml.',
    }),
    ja: ({ who }) => ({
      why: `${who} は名簿に登録されていません。`,
      fix: 'sekisho.yaml の people への追加を SRE に依頼してください。',
    }),
  },
  'guest-refused': {
    title: { en: 'Guests are refused', ja: 'ゲストは利用不可' },
    en: () => ({
      why: 'Slack guests and people of other workspaces cannot use Sekisho.',
      fix: 'Ask an SRE to do it for you.',
    }),
    ja: () => ({
      why: 'Slack のゲストや他のワークスペースの方は利用できません。',
      fix: 'SRE に代わりの操作を依頼してください。',
    }),
  },
  'read-only': {
    title: { en: 'May only read', ja: '閲覧のみ' },
    en: ({ who }) => ({
      why: `${who} may look at everything and change nothing.`,
      fix: 'Ask someone with the role member or above.',
    }),
    ja: ({ who }) => ({
      why: `${who} は閲覧のみできます。変更はできません。`,
      fix: '「メンバー」以上の権限を持つ人に依頼してください。',
    }),
  },
  'role-too-weak': {
    title: { en: 'Role too weak', ja: '権限不足' },
    en: ({ who, needed }) => ({
      why: `This needs the role ${roleText(needed, 'en')}, which ${who} does not have.`,
      fix: `Ask someone with the role ${roleText(needed, 'en')}.`,
    }),
    ja: ({ who, needed }) => ({
      why: `この操作には「${roleText(needed, 'ja')}」の権限が必要です(${who})。`,
      fix: `「${roleText(needed, 'ja')}」の権限を持つ人に依頼してください。`,
    }),
  },
  'token-scope': {
    title: { en: 'Outside the token’s scope', ja: 'トークンの範囲外' },
    en: ({ verb }) => ({
      why: `This token may not call ${verb}.`,
      fix: `Create a token with the scope ${verb}.`,
    }),
    ja: ({ verb }) => ({
      why: `このトークンでは ${verb} を実行できません。`,
      fix: `スコープに ${verb} を含むトークンを発行してください。`,
    }),
  },
  'approver-must-be-person': {
    title: { en: 'Only a person approves', ja: '承認は人のみ' },
    en: () => ({
      why: 'Only a person can approve or deny: no agent, CI job or bare token.',
      fix: 'Ask a person to press the button in Slack or in the console.',
    }),
    ja: () => ({
      why: '承認と却下は人だけができます。エージェント・CI・トークンではできません。',
      fix: 'Slack またはコンソールで、人が承認してください。',
    }),
  },
  'self-approval': {
    title: { en: 'Own request', ja: '自分の依頼' },
    en: () => ({ why: 'Nobody approves their own request.', fix: 'Ask another approver.' }),
    ja: () => ({ why: '自分の依頼は承認できません。', fix: '他の承認者に依頼してください。' }),
  },
  'not-an-approver': {
    title: { en: 'Not an approver', ja: '承認者ではない' },
    en: ({ from, people }) => ({
      why: `Only ${
        listOf(
          from.map((who) => whoText(who, 'en')),
          'en',
        ) || 'nobody'
      } may decide on this request.`,
      fix:
        people.length > 0
          ? `Ask one of: ${listOf(people, 'en')}.`
          : 'Nobody in the roster can decide now; ask an admin.',
    }),
    ja: ({ from, people }) => ({
      why: `この依頼を判断できるのは ${
        listOf(
          from.map((who) => whoText(who, 'ja')),
          'ja',
        ) || '(なし)'
      } だけです。`,
      fix:
        people.length > 0
          ? `次の承認者に依頼してください: ${listOf(people, 'ja')}`
          : '判断できる人がいまいません。管理者に相談してください。',
    }),
  },
  'not-yours': {
    title: { en: 'Someone else’s', ja: '他の人の貸出' },
    en: ({ holder, thing }) => othersEn[thing ?? 'server'](holder),
    ja: ({ holder, thing }) => othersJa[thing ?? 'server'](holder),
  },
};
