import type { WordsOf } from './words.ts';

const id = { en: 'the lease, such as ci-7k3f9q2m', ja: '貸出の ID(例: ci-7k3f9q2m)' } as const;
const token = {
  en: 'a fresh OIDC token of the job, made for Sekisho’s address',
  ja: 'ジョブの新しい OIDC トークン(宛先は Sekisho の URL)',
} as const;

export const ciWords: WordsOf<'ci.exchange' | 'ci.finish' | 'ci.extend' | 'ci.stop' | 'ci.plan'> = {
  'ci.exchange': {
    title: { en: 'Ask for a role for a job', ja: 'ジョブのロールを依頼' },
    help: {
      en: 'have the role of a purpose for the job that the token is of; asked again, how far that is',
      ja: 'トークンのジョブに、用途のロールを借ります。再度呼ぶと状況を返します',
    },
    command: { en: 'exchange', ja: '依頼' },
    fields: {
      token,
      purpose: { en: 'what for, such as plan or apply', ja: '用途(例: plan、apply)' },
      plan: {
        en: 'SHA-256 of the saved plan, and what terraform show -json prints of it',
        ja: '保存した plan の SHA-256 と、terraform show -json の出力',
      },
      wait: {
        en: 'seconds to wait for news, 50 at most',
        ja: '状況が変わるまで待つ秒数(最大 50)',
      },
    },
  },
  'ci.finish': {
    title: { en: 'Job is done', ja: 'ジョブの終了' },
    help: { en: 'give back what the job had', ja: 'ジョブが借りたロールを返却します' },
    command: { en: 'finish', ja: '終了' },
    fields: { token, lease: id },
  },
  'ci.extend': {
    title: { en: 'Extend a job’s role', ja: 'ジョブのロールの延長' },
    help: {
      en: 'move the deadline; the job renews its credentials by itself',
      ja: '期限を延ばします。認証情報はジョブが自動で更新します',
    },
    command: { en: 'extend', ja: '延長' },
    fields: { id, by: { en: 'how much longer, such as 30m', ja: '延長する時間(例: 30分)' } },
  },
  'ci.stop': {
    title: { en: 'Take a job’s role back', ja: 'ジョブのロールの停止' },
    help: {
      en: 'end it before its deadline; a state lock of Terraform may remain',
      ja: '期限より前に打ち切ります。Terraform の state ロックが残ることがあります',
    },
    command: { en: 'stop', ja: '停止' },
    fields: { id, reason: { en: 'anything to remember', ja: '残しておきたいこと' } },
  },
  'ci.plan': {
    title: { en: 'Plan of a job', ja: 'ジョブの plan' },
    help: {
      en: 'what a job would change: counts, risks and diff, without anything sensitive',
      ja: 'ジョブが行う変更の件数・リスク・差分を、機密値を伏せて表示します',
    },
    command: { en: 'plan', ja: '変更内容' },
    fields: { id },
  },
};
