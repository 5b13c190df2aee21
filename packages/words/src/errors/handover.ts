import type { ErrorWordsOf } from './words.ts';

/** Why somebody cannot be handed a lease. */
export const handoverErrors: ErrorWordsOf<
  'handover-not-allowed' | 'handover-to-approver' | 'handover-outside-hours' | 'handover-over-quota'
> = {
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
  'handover-to-approver': {
    title: { en: 'Their own approval', ja: '本人による承認' },
    en: ({ to }) => ({
      why: `${to} approved this lease, and nobody’s own approval counts for themselves.`,
      fix: `Hand it to someone else, or return it and let ${to} ask for a server.`,
    }),
    ja: ({ to }) => ({
      why: `${to} はこの貸出を承認した本人です。自分の承認で自分が利用することはできません。`,
      fix: `ほかの人に引き継ぐか、返却して ${to} から新しく依頼してください。`,
    }),
  },
  'handover-outside-hours': {
    title: { en: 'Outside working hours', ja: '利用時間外' },
    en: ({ to, environment, hours }) => ({
      why: `${to} can receive a server in ${environment} only in working hours (${hours}).`,
      fix: 'Keep it until its deadline or return it; in an emergency on-call may break the glass.',
    }),
    ja: ({ to, environment, hours }) => ({
      why: `${environment} のサーバーを ${to} に引き継げるのは利用時間内(${hours})だけです。`,
      fix: '期限まで自分で使うか、返却してください。緊急のときはオンコールに緊急開始を相談してください。',
    }),
  },
  'handover-over-quota': {
    title: { en: 'Quota reached', ja: '同時利用数の上限' },
    en: ({ to, environment, quota }) => ({
      why: `${to} already has ${quota} open in ${environment}, which is the most allowed.`,
      fix: `Ask ${to} to return one first, or hand it to someone else.`,
    }),
    ja: ({ to, environment, quota }) => ({
      why: `${to} は ${environment} を上限の ${quota} 台まで利用しています。`,
      fix: `${to} に 1 台返却してもらうか、ほかの人に引き継いでください。`,
    }),
  },
};
