import { endingTexts } from '../catalogue/leases.ts';
import { cutsOff, stateLockBriefly } from '../catalogue/state-lock.ts';
import type { Language } from '../language.ts';
import { formatDollars } from '../money.ts';
import { formatDuration } from '../time/format-duration.ts';
import { capital, isServer, ja, the } from './lent-names.ts';
import { distance, exact, type NoticeWordsOf, type Reader, whenKnown } from './words.ts';

export const requestNotices: NoticeWordsOf<
  'approval-asked' | 'approved' | 'denied' | 'lapsed' | 'break-glass' | 'review-owed'
> = {
  'approval-asked': {
    en: (f) => ({
      what: `${f.requester} asks for ${the(f)} for ${formatDuration(f.durationSeconds, 'en')}${whenKnown(f.costTotal, (sum) => ` (about ${formatDollars(sum, 'en')})`)}: “${f.reason}”.`,
      next: 'Approve or deny it.',
    }),
    ja: (f) => ({
      what: `${f.requester} が ${ja(f)} を ${formatDuration(f.durationSeconds, 'ja')}依頼しています${whenKnown(f.costTotal, (sum) => `(約 ${formatDollars(sum, 'ja')})`)}。理由:「${f.reason}」。`,
      next: '承認または却下してください。',
    }),
  },
  approved: {
    en: (f, r) => ({
      what: `${f.approver} approved ${f.id}: ${the(f)}.`,
      next: isAhead(f.startsAt, r)
        ? `It starts at ${exact(f.startsAt, r)}; you will hear when it is ready.`
        : 'It is on its way; you will hear when it is ready.',
    }),
    ja: (f, r) => ({
      what: `${ja(f)}(${f.id})が ${f.approver} に承認されました。`,
      next: isAhead(f.startsAt, r)
        ? `${exact(f.startsAt, r)} に開始します。利用できるようになったらお知らせします。`
        : '準備を始めます。利用できるようになったらお知らせします。',
    }),
  },
  denied: {
    en: (f) => ({
      what: `${f.approver} denied ${f.id}, ${the(f)}: “${f.reason}”.`,
      next: 'Talk to them, or ask again for something else.',
    }),
    ja: (f) => ({
      what: `${ja(f)}(${f.id})は ${f.approver} に却下されました。理由:「${f.reason}」。`,
      next: '相談するか、内容を変えて依頼してください。',
    }),
  },
  lapsed: {
    en: (f) => ({
      what: `Nobody answered ${f.id} (${the(f)}) in time, so it lapsed.`,
      next: 'Ask again if you still need it, and tell an approver.',
    }),
    ja: (f) => ({
      what: `${ja(f)}(${f.id})は承認されないまま時間切れになりました。`,
      next: 'まだ必要なら、承認者に声をかけてもう一度依頼してください。',
    }),
  },
  'break-glass': {
    en: (f) => ({
      what: `${f.requester} broke the glass: ${the(f)} starts without approval (${f.id}). Reason: “${f.reason}”.`,
      next: 'Look whether they need help; a written review follows.',
    }),
    ja: (f) => ({
      what: `${f.requester} が緊急開始しました。${ja(f)} を承認なしで開始します(${f.id})。理由:「${f.reason}」。`,
      next: '支援が必要か確認してください。事後レビューが提出されます。',
    }),
  },
  'review-owed': {
    en: (f) => ({
      what: `The review of your break-glass start ${f.id} (${the(f)}) is still owed.`,
      next: 'Write it now; until then you cannot break the glass again.',
    }),
    ja: (f) => ({
      what: `${ja(f)} の緊急開始 ${f.id} の事後レビューがまだです。`,
      next: '提出してください。提出するまで次の緊急開始はできません。',
    }),
  },
};

export const lifeNotices: NoticeWordsOf<
  'ready' | 'replacing' | 'reminder' | 'handover-received' | 'handover-given' | 'ended'
> = {
  ready: {
    en: (f, r) => ({
      what: `${capital(the(f))} is ready${f.instanceId === '' ? '' : ` (${f.instanceId})`}, until ${exact(f.deadline, r)}.`,
      next: isServer(f)
        ? 'Connect to it, and return it when you are done.'
        : 'Return it when you are done.',
    }),
    ja: (f, r) => ({
      what: `${ja(f)} が利用できます${f.instanceId === '' ? '' : `(${f.instanceId})`}。期限は ${exact(f.deadline, r)} です。`,
      next: `${isServer(f) ? '接続してください。' : ''}作業が終わったら返却をお願いします。`,
    }),
  },
  replacing: {
    en: (f) => ({
      what: `${capital(the(f))} (${f.id}) is being replaced by one on the newest image; sessions on the old one end, and its files are gone.`,
      next: 'You are told when the new one is ready. The deadline stays.',
    }),
    ja: (f) => ({
      what: `${ja(f)}(${f.id})を最新のイメージのものに入れ替えています。前のサーバーのセッションは終わり、データは残りません。`,
      next: '利用できるようになったらお知らせします。期限は変わりません。',
    }),
  },
  reminder: {
    en: (f, r) => ({
      what: `${capital(the(f))} (${f.id}) ends ${distance(f.deadline, r)}, at ${exact(f.deadline, r)}.`,
      next: andLock(
        f.canExtend
          ? 'Extend it if you need longer.'
          : 'It cannot be extended any further: save your work.',
        f.applies,
        'en',
      ),
    }),
    ja: (f, r) => ({
      what: `${ja(f)}(${f.id})の期限まで${distance(f.deadline, r)}です(${exact(f.deadline, r)})。`,
      next: andLock(
        f.canExtend
          ? '続けるときは延長してください。'
          : 'これ以上は延長できません。作業を保存してください。',
        f.applies,
        'ja',
      ),
    }),
  },
  'handover-received': {
    en: (f, r) => ({
      what: `${f.from} handed you ${the(f)} (${f.id})${f.deadline === null ? '' : `, until ${exact(f.deadline, r)}`}.`,
      next: 'You are its holder now: connect, extend or return it.',
    }),
    ja: (f, r) => ({
      what: `${f.from} から ${ja(f)}(${f.id})を引き継ぎました${f.deadline === null ? '' : `。期限は ${exact(f.deadline, r)} です`}。`,
      next: 'これからはあなたが利用者です。接続・延長・返却ができます。',
    }),
  },
  'handover-given': {
    en: (f) => ({
      what: `${f.to} holds ${the(f)} (${f.id}) now.`,
      next: 'Nothing more to do for you.',
    }),
    ja: (f) => ({
      what: `${ja(f)}(${f.id})を ${f.to} に引き継ぎました。`,
      next: 'これ以上の操作は要りません。',
    }),
  },
  ended: {
    en: (f) => ({
      what: `${capital(the(f))} (${f.id}) is gone: ${endingTexts[f.ending].en}${whenKnown(f.cost, (sum) => `; it cost ${formatDollars(sum, 'en')}`)}.`,
      next: andLock('Ask again if you still need it.', f.applies && cutsOff(f.ending), 'en'),
    }),
    ja: (f) => ({
      what: `${ja(f)}(${f.id})を終了しました(${endingTexts[f.ending].ja})${whenKnown(f.cost, (sum) => `。費用は ${formatDollars(sum, 'ja')} でした`)}。`,
      next: andLock(
        'まだ必要なら、もう一度依頼してください。',
        f.applies && cutsOff(f.ending),
        'ja',
      ),
    }),
  },
};

/** Whoever applied looks after the lock first. */
function andLock(next: string, mayLock: boolean | undefined, language: Language): string {
  if (mayLock !== true) return next;
  return language === 'ja' ? stateLockBriefly.ja + next : `${stateLockBriefly.en} ${next}`;
}

/** Whether a lease starts only then: an approval may come after the moment that was asked for. */
function isAhead(startsAt: string | null, { now }: Reader): startsAt is string {
  return startsAt !== null && new Date(startsAt) > now;
}
