import { endingTexts, type Lent, lentText } from '../catalogue/leases.ts';
import { missingText } from '../catalogue/missing.ts';
import { cutsOff, stateLockBriefly } from '../catalogue/state-lock.ts';
import type { Language } from '../language.ts';
import { formatDollars } from '../money.ts';
import { formatDuration } from '../time/format-duration.ts';
import { distance, exact, type NoticeWordsOf, whenKnown } from './words.ts';

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
    en: (f) => ({
      what: `${f.approver} approved ${f.id}: ${the(f)}.`,
      next: 'It is on its way; you will hear when it is ready.',
    }),
    ja: (f) => ({
      what: `${ja(f)}(${f.id})が ${f.approver} に承認されました。`,
      next: '準備を始めます。利用できるようになったらお知らせします。',
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
  'ready' | 'reminder' | 'handover-received' | 'handover-given' | 'ended' | 'failed' | 'stuck'
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
  failed: {
    en: (f) => ({
      what: `${capital(the(f))} (${f.id}) could not be made ready; nothing is left behind.`,
      next:
        f.missing === null
          ? 'Ask again, or ask an SRE to look at the lease.'
          : together(missingText(f.missing, 'en', { over: true })),
    }),
    ja: (f) => ({
      what: `${ja(f)}(${f.id})を用意できませんでした。AWS には何も残っていません。`,
      next:
        f.missing === null
          ? 'もう一度依頼するか、SRE に確認を依頼してください。'
          : together(missingText(f.missing, 'ja', { over: true }), ''),
    }),
  },
  stuck: {
    en: (f) => ({
      what: `${f.id} (${the(f)}) is stuck; Sekisho goes on trying.`,
      next:
        f.missing === null
          ? 'An SRE should look at the lease.'
          : together(missingText(f.missing, 'en')),
    }),
    ja: (f) => ({
      what: `${ja(f)}(${f.id})が停滞しています。再試行は続いています。`,
      next:
        f.missing === null ? 'SRE の確認が必要です。' : together(missingText(f.missing, 'ja'), ''),
    }),
  },
};

function together({ why, fix }: { why: string; fix: string }, between = ' '): string {
  return why + between + fix;
}

/** Whoever applied looks after the lock first. */
function andLock(next: string, mayLock: boolean | undefined, language: Language): string {
  if (mayLock !== true) return next;
  return language === 'ja' ? stateLockBriefly.ja + next : `${stateLockBriefly.en} ${next}`;
}

const the = (lent: Lent) => lentText(lent).en;
const ja = (lent: Lent) => lentText(lent).ja;
const isServer = ({ kind = 'ops-server' }: Lent) => kind === 'ops-server';

/** As the first word of a sentence; names are left as they are. */
function capital(text: string): string {
  return text.startsWith('the ') ? `The${text.slice(3)}` : text;
}
