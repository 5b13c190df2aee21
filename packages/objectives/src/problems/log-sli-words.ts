import type { ProblemWordsOf } from './words-of.ts';

/** About SLIs over logs, and incidents beside them. */
export const logSliWords: ProblemWordsOf<
  'bad-status' | 'bad-latency' | 'same-route' | 'bad-moment' | 'ends-too-soon'
> = {
  'bad-status': {
    en: (f) => ({
      why: `${f.value} is no HTTP status.`,
      fix: 'Write 429, 5xx or 500-599, or a list of them.',
    }),
    ja: (f) => ({
      why: `${f.value} は HTTP ステータスではありません。`,
      fix: '429、5xx、500-599 のように書くか、それらのリストにしてください。',
    }),
  },
  'bad-latency': {
    en: (f) => ({
      why: `${f.value} is no time that a request takes.`,
      fix: 'Write a number above 0 with its unit (us, ms, s, m), such as 300ms or 1.5s.',
    }),
    ja: (f) => ({
      why: `${f.value} は所要時間ではありません。`,
      fix: '0 より大きい数と単位 (us、ms、s、m) を書いてください。例: 300ms、1.5s',
    }),
  },
  'same-route': {
    en: (f) => ({
      why: `There is another route called "${f.name}".`,
      fix: 'Give each its own name; "other" is what fits no route.',
    }),
    ja: (f) => ({
      why: `「${f.name}」という名前のルートが他にもあります。`,
      fix: '名前を変えてください。「other」はどのルートにも当てはまらないものの名前です。',
    }),
  },
  'bad-moment': {
    en: (f) => ({
      why: `${f.value} is no moment.`,
      fix: 'Write date, time and zone, such as 2026-10-04T14:05+09:00 or 2026-10-04T05:05Z.',
    }),
    ja: (f) => ({
      why: `${f.value} は日時ではありません。`,
      fix: '日付・時刻・時差を書いてください。例: 2026-10-04T14:05+09:00、2026-10-04T05:05Z',
    }),
  },
  'ends-too-soon': {
    en: (f) => ({ why: `It ends at ${f.to}, not after ${f.from}.`, fix: 'Check both times.' }),
    ja: (f) => ({
      why: `終わり (${f.to}) が始まり (${f.from}) より後ではありません。`,
      fix: '両方の時刻を確かめてください。',
    }),
  },
};
