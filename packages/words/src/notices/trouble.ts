import { endingTexts } from '../catalogue/leases.ts';
import { missingText } from '../catalogue/missing.ts';
import type { Language } from '../language.ts';
import type { NoticeFacts } from './facts.ts';
import { capital, ja, the } from './lent-names.ts';
import type { Notice, NoticeWordsOf } from './words.ts';

export const troubleNotices: NoticeWordsOf<'failed' | 'stuck'> = {
  failed: {
    en: (f) => (f.ending === 'grant-refused' ? refusedAtStart.en(f) : neverReady.en(f)),
    ja: (f) => (f.ending === 'grant-refused' ? refusedAtStart.ja(f) : neverReady.ja(f)),
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

type Failed = NoticeFacts['failed'];

/** Nothing went wrong with it: what was approved is allowed no more. */
const refusedAtStart: Readonly<Record<Language, (facts: Failed) => Notice>> = {
  en: (f) => ({
    what: `${capital(the(f))} (${f.id}) was not lent: ${endingTexts['grant-refused'].en}.`,
    next: 'Ask again for what the rules allow now, or ask an SRE to look at the lease.',
  }),
  ja: (f) => ({
    what: `${ja(f)}(${f.id})は貸し出されませんでした(${endingTexts['grant-refused'].ja})。`,
    next: 'いまのポリシーで借りられる内容で依頼し直すか、SRE に確認を依頼してください。',
  }),
};

const neverReady: Readonly<Record<Language, (facts: Failed) => Notice>> = {
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
};

function together({ why, fix }: { why: string; fix: string }, between = ' '): string {
  return why + between + fix;
}
