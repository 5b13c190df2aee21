import { formatPercent } from '../catalogue/agreements.ts';
import { exact, type NoticeWordsOf } from './words.ts';

interface About {
  readonly id: string;
  readonly subject: string;
  readonly target: number | null;
}

/** What was asked for: a target or a correction. */
function asked({ id, subject, target }: About, language: 'en' | 'ja'): string {
  if (language === 'ja') {
    return target === null
      ? `${subject} の補正(${id})`
      : `${subject} の目標 ${formatPercent(target)}(${id})`;
  }
  return target === null
    ? `the correction of ${subject} (${id})`
    : `the target ${formatPercent(target)} for ${subject} (${id})`;
}

export const agreementNotices: NoticeWordsOf<
  'agreement-reached' | 'agreement-declined' | 'agreement-lapsed'
> = {
  'agreement-reached': {
    en: (f, r) => ({
      what: `${f.by} agreed, so ${asked(f, 'en')} is in force${f.from === null ? '' : ` from ${exact(f.from, r)}`}.`,
      next: 'Nothing more to do for you.',
    }),
    ja: (f, r) => ({
      what: `${f.by} が同意し、${asked(f, 'ja')}は${f.from === null ? '' : `${exact(f.from, r)} から`}有効になります。`,
      next: 'これ以上の操作は要りません。',
    }),
  },
  'agreement-declined': {
    en: (f) => ({
      what: `${f.by} declined ${asked(f, 'en')}: “${f.reason}”.`,
      next: 'Talk to them, or propose something else.',
    }),
    ja: (f) => ({
      what: `${asked(f, 'ja')}は ${f.by} に却下されました。理由:「${f.reason}」。`,
      next: '相談するか、内容を変えて提案してください。',
    }),
  },
  'agreement-lapsed': {
    en: (f) => ({
      what: `Nobody agreed to ${asked(f, 'en')} within thirty days, so it lapsed.`,
      next: 'Propose it again if it is still wanted, and tell an owner and an SRE.',
    }),
    ja: (f) => ({
      what: `${asked(f, 'ja')}は 30 日以内に同意がそろわず、期限切れになりました。`,
      next: 'まだ必要なら、オーナーと SRE に声をかけてもう一度提案してください。',
    }),
  },
};
