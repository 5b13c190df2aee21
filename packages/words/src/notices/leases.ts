import { endingTexts } from '../catalogue/leases.ts';
import { missingText } from '../catalogue/missing.ts';
import { formatDollars } from '../money.ts';
import { formatDuration } from '../time/format-duration.ts';
import { distance, exact, type NoticeWordsOf, whenKnown } from './words.ts';

export const requestNotices: NoticeWordsOf<
  'approval-asked' | 'approved' | 'denied' | 'lapsed' | 'break-glass' | 'review-owed'
> = {
  'approval-asked': {
    en: (f) => ({
      what: `${f.requester} asks for an ops server in ${f.environment} for ${formatDuration(f.durationSeconds, 'en')}${whenKnown(f.costTotal, (sum) => ` (about ${formatDollars(sum, 'en')})`)}: “${f.reason}”.`,
      next: 'Approve or deny it.',
    }),
    ja: (f) => ({
      what: `${f.requester} が ${f.environment} の作業サーバーを ${formatDuration(f.durationSeconds, 'ja')}依頼しています${whenKnown(f.costTotal, (sum) => `(約 ${formatDollars(sum, 'ja')})`)}。理由:「${f.reason}」。`,
      next: '承認または却下してください。',
    }),
  },
  approved: {
    en: (f) => ({
      what: `${f.approver} approved ${f.id} in ${f.environment}.`,
      next: 'The server is on its way; you will hear when it is ready.',
    }),
    ja: (f) => ({
      what: `${f.environment} の ${f.id} が ${f.approver} に承認されました。`,
      next: '準備を始めます。利用できるようになったらお知らせします。',
    }),
  },
  denied: {
    en: (f) => ({
      what: `${f.approver} denied ${f.id} in ${f.environment}: “${f.reason}”.`,
      next: 'Talk to them, or ask again for something else.',
    }),
    ja: (f) => ({
      what: `${f.environment} の ${f.id} は ${f.approver} に却下されました。理由:「${f.reason}」。`,
      next: '相談するか、内容を変えて依頼してください。',
    }),
  },
  lapsed: {
    en: (f) => ({
      what: `Nobody answered ${f.id} in ${f.environment} in time, so it lapsed.`,
      next: 'Ask again if you still need it, and tell an approver.',
    }),
    ja: (f) => ({
      what: `${f.environment} の ${f.id} は承認されないまま時間切れになりました。`,
      next: 'まだ必要なら、承認者に声をかけてもう一度依頼してください。',
    }),
  },
  'break-glass': {
    en: (f) => ({
      what: `${f.requester} broke the glass: an ops server in ${f.environment} starts without approval (${f.id}). Reason: “${f.reason}”.`,
      next: 'Look whether they need help; a written review follows.',
    }),
    ja: (f) => ({
      what: `${f.requester} が緊急開始しました。${f.environment} の作業サーバーを承認なしで開始します(${f.id})。理由:「${f.reason}」。`,
      next: '支援が必要か確認してください。事後レビューが提出されます。',
    }),
  },
  'review-owed': {
    en: (f) => ({
      what: `The review of your break-glass start ${f.id} in ${f.environment} is still owed.`,
      next: 'Write it now; until then you cannot break the glass again.',
    }),
    ja: (f) => ({
      what: `${f.environment} の緊急開始 ${f.id} の事後レビューがまだです。`,
      next: '提出してください。提出するまで次の緊急開始はできません。',
    }),
  },
};

export const lifeNotices: NoticeWordsOf<
  'ready' | 'reminder' | 'handover-received' | 'handover-given' | 'ended' | 'failed' | 'stuck'
> = {
  ready: {
    en: (f, r) => ({
      what: `Your server in ${f.environment} is ready (${f.instanceId}), until ${exact(f.deadline, r)}.`,
      next: 'Connect to it, and return it when you are done.',
    }),
    ja: (f, r) => ({
      what: `${f.environment} のサーバーが利用できます(${f.instanceId})。期限は ${exact(f.deadline, r)} です。`,
      next: '接続してください。作業が終わったら返却をお願いします。',
    }),
  },
  reminder: {
    en: (f, r) => ({
      what: `Your server in ${f.environment} (${f.id}) ends ${distance(f.deadline, r)}, at ${exact(f.deadline, r)}.`,
      next: f.canExtend
        ? 'Extend it if you need longer.'
        : 'It cannot be extended any further: save your work.',
    }),
    ja: (f, r) => ({
      what: `${f.environment} のサーバー(${f.id})の期限まで${distance(f.deadline, r)}です(${exact(f.deadline, r)})。`,
      next: f.canExtend
        ? '続けるときは延長してください。'
        : 'これ以上は延長できません。作業を保存してください。',
    }),
  },
  'handover-received': {
    en: (f, r) => ({
      what: `${f.from} handed you the server in ${f.environment} (${f.id})${f.deadline === null ? '' : `, until ${exact(f.deadline, r)}`}.`,
      next: 'You are its holder now: connect, extend or return it.',
    }),
    ja: (f, r) => ({
      what: `${f.from} から ${f.environment} のサーバー(${f.id})を引き継ぎました${f.deadline === null ? '' : `。期限は ${exact(f.deadline, r)} です`}。`,
      next: 'これからはあなたが利用者です。接続・延長・返却ができます。',
    }),
  },
  'handover-given': {
    en: (f) => ({
      what: `${f.to} holds the server in ${f.environment} (${f.id}) now.`,
      next: 'Nothing more to do for you.',
    }),
    ja: (f) => ({
      what: `${f.environment} のサーバー(${f.id})を ${f.to} に引き継ぎました。`,
      next: 'これ以上の操作は要りません。',
    }),
  },
  ended: {
    en: (f) => ({
      what: `The server in ${f.environment} (${f.id}) is gone: ${endingTexts[f.ending].en}${whenKnown(f.cost, (sum) => `; it cost ${formatDollars(sum, 'en')}`)}.`,
      next: 'Ask again if you still need one.',
    }),
    ja: (f) => ({
      what: `${f.environment} のサーバー(${f.id})を終了しました(${endingTexts[f.ending].ja})${whenKnown(f.cost, (sum) => `。費用は ${formatDollars(sum, 'ja')} でした`)}。`,
      next: 'まだ必要なら、もう一度依頼してください。',
    }),
  },
  failed: {
    en: (f) => ({
      what: `The server in ${f.environment} (${f.id}) could not be made; nothing is left behind.`,
      next:
        f.missing === null
          ? 'Ask again, or ask an SRE to look at the lease.'
          : together(missingText(f.missing, 'en', { over: true })),
    }),
    ja: (f) => ({
      what: `${f.environment} のサーバー(${f.id})を用意できませんでした。AWS には何も残っていません。`,
      next:
        f.missing === null
          ? 'もう一度依頼するか、SRE に確認を依頼してください。'
          : together(missingText(f.missing, 'ja', { over: true }), ''),
    }),
  },
  stuck: {
    en: (f) => ({
      what: `${f.id} in ${f.environment} is stuck; Sekisho goes on trying.`,
      next:
        f.missing === null
          ? 'An SRE should look at the lease.'
          : together(missingText(f.missing, 'en')),
    }),
    ja: (f) => ({
      what: `${f.environment} の ${f.id} が停滞しています。再試行は続いています。`,
      next:
        f.missing === null ? 'SRE の確認が必要です。' : together(missingText(f.missing, 'ja'), ''),
    }),
  },
};

function together({ why, fix }: { why: string; fix: string }, between = ' '): string {
  return why + between + fix;
}
