import type { Role } from '@sekisho/contract';
import { roleNames } from '../catalogue/leases.ts';
import { whoText } from '../catalogue/who.ts';
import type { Language } from '../language.ts';
import { listOf } from '../language.ts';
import { type ErrorWordsOf, momentIn } from './words.ts';

function roleText(role: string, language: Language): string {
  return roleNames[role as Role]?.[language] ?? role;
}

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
    en: () => ({
      why: 'Sekisho does not know who you are.',
      fix: 'In practice choose a hat with --as; otherwise send a valid token.',
    }),
    ja: () => ({
      why: '誰からの操作かわかりません。',
      fix: '練習環境では --as で役を選び、それ以外では有効なトークンを付けてください。',
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
    en: ({ holder }) => ({
      why: `${holder} holds this lease.`,
      fix: `Ask ${holder} to hand it over, or ask an SRE.`,
    }),
    ja: ({ holder }) => ({
      why: `この貸出の利用者は ${holder} です。`,
      fix: `${holder} に引き継ぎを頼むか、SRE に依頼してください。`,
    }),
  },
};

export const policyErrors: ErrorWordsOf<
  | 'policy-refused'
  | 'policy-broken'
  | 'outside-working-hours'
  | 'quota-reached'
  | 'image-too-old'
  | 'review-owed'
  | 'break-glass-not-allowed'
  | 'stopped-everything'
  | 'handover-not-allowed'
> = {
  'policy-refused': {
    title: { en: 'Refused by policy', ja: 'ポリシーによる拒否' },
    en: ({ environment }) => ({
      why: `No policy lets you have this in ${environment}.`,
      fix: `"sekisho policy explain --environment ${environment}" shows every rule and its answer.`,
    }),
    ja: ({ environment }) => ({
      why: `${environment} での利用を認めるポリシーがありません。`,
      fix: `「sekisho policy explain --environment ${environment}」で各ルールの判定を確認できます。`,
    }),
  },
  'policy-broken': {
    title: { en: 'Policy fails', ja: 'ポリシーの不具合' },
    en: ({ rule, problem }) => ({
      why: `The condition of policy "${rule}" fails, so it refuses: ${problem}.`,
      fix: 'Ask an SRE to correct the rule in sekisho.yaml; "sekisho check" finds most mistakes.',
    }),
    ja: ({ rule, problem }) => ({
      why: `ポリシー「${rule}」の条件を評価できないため拒否しました(${problem})。`,
      fix: 'sekisho.yaml の修正を SRE に依頼してください。「sekisho check」で確認できます。',
    }),
  },
  'outside-working-hours': {
    title: { en: 'Outside working hours', ja: '利用時間外' },
    en: ({ environment, hours }) => ({
      why: `${environment} is lent only in working hours (${hours}).`,
      fix: 'Schedule the start with "at", or ask on-call for break-glass.',
    }),
    ja: ({ environment, hours }) => ({
      why: `${environment} を借りられるのは利用時間内(${hours})だけです。`,
      fix: '開始時刻を指定して予約するか、オンコールに緊急開始を相談してください。',
    }),
  },
  'quota-reached': {
    title: { en: 'Quota reached', ja: '同時利用数の上限' },
    en: ({ environment, quota, open }) => ({
      why: `You already have ${quota} open in ${environment}, which is the most allowed: ${listOf(open, 'en')}.`,
      fix: 'Return one of them, then ask again.',
    }),
    ja: ({ environment, quota, open }) => ({
      why: `${environment} では同時に ${quota} 台までです(利用中: ${listOf(open, 'ja')})。`,
      fix: 'どれかを返却してから、もう一度依頼してください。',
    }),
  },
  'image-too-old': {
    title: { en: 'Machine image too old', ja: '古いマシンイメージ' },
    en: ({ ageDays, maximumDays }) => ({
      why: `The machine image is ${ageDays} days old; ${maximumDays} is the most allowed.`,
      fix: 'Ask an SRE to build a new image.',
    }),
    ja: ({ ageDays, maximumDays }) => ({
      why: `マシンイメージが ${ageDays} 日前のものです(上限 ${maximumDays} 日)。`,
      fix: '新しいイメージの作成を SRE に依頼してください。',
    }),
  },
  'review-owed': {
    title: { en: 'A review is owed', ja: '事後レビューの未提出' },
    en: ({ lease }) => ({
      why: `The review of the last break-glass start (${lease}) is not written yet.`,
      fix: `Write it with "sekisho lease review ${lease}", then break-glass works again.`,
    }),
    ja: ({ lease }) => ({
      why: `前回の緊急開始(${lease})の事後レビューがまだです。`,
      fix: `「sekisho lease review ${lease}」で提出すると、また緊急開始できます。`,
    }),
  },
  'break-glass-not-allowed': {
    title: { en: 'No break-glass', ja: '緊急開始は不可' },
    en: () => ({
      why: 'You may not start without approval here.',
      fix: 'Ask without break-glass, or ask whoever is on call.',
    }),
    ja: () => ({
      why: 'この環境での緊急開始は許可されていません。',
      fix: '通常どおり承認を依頼するか、オンコールの担当者に相談してください。',
    }),
  },
  'stopped-everything': {
    title: { en: 'Everything is stopped', ja: '全停止中' },
    en: ({ since, by }, timeZone) => ({
      why: `${by} stopped everything (${momentIn(since, timeZone, 'en')}); nothing is lent until an admin resumes.`,
      fix: `Ask ${by} what happened.`,
    }),
    ja: ({ since, by }, timeZone) => ({
      why: `${by} が全停止しました(${momentIn(since, timeZone, 'ja')})。管理者が再開するまで貸出できません。`,
      fix: `状況を ${by} に確認してください。`,
    }),
  },
  'handover-not-allowed': {
    title: { en: 'Cannot be handed over', ja: '引き継げない相手' },
    en: ({ to, environment }) => ({
      why: `${to} may not hold a server in ${environment} without another approval.`,
      fix: `Hand it to someone who may, or let ${to} ask for a server.`,
    }),
    ja: ({ to, environment }) => ({
      why: `${to} は、あらためて承認を得ないと ${environment} のサーバーを利用できません。`,
      fix: `利用できる人に引き継ぐか、${to} から新しく依頼してください。`,
    }),
  },
};
