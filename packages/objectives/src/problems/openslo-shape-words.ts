import { listOf, type ProblemWordsOf } from './words-of.ts';

/** What single values of OpenSLO documents may be. */
export const opensloShapeWords: ProblemWordsOf<
  | 'unknown-version'
  | 'unknown-kind'
  | 'bad-name'
  | 'bad-label-key'
  | 'bad-annotation-key'
  | 'too-long'
  | 'bad-duration'
  | 'bad-start'
  | 'bad-zone'
> = {
  'unknown-version': {
    en: (f) => ({
      why: `${f.value} is no version of OpenSLO known here.`,
      fix: `Use one of: ${listOf(f.known, 'en')}.`,
    }),
    ja: (f) => ({
      why: `${f.value} は対応している OpenSLO のバージョンではありません。`,
      fix: `次から選んでください: ${listOf(f.known, 'ja')}`,
    }),
  },
  'unknown-kind': {
    en: (f) => ({
      why: `${f.version} has no kind ${f.value}.`,
      fix: `Use one of: ${listOf(f.known, 'en')}.`,
    }),
    ja: (f) => ({
      why: `${f.version} に ${f.value} という kind はありません。`,
      fix: `次から選んでください: ${listOf(f.known, 'ja')}`,
    }),
  },
  'bad-name': {
    en: (f) => ({
      why: `${f.value} is no name that every tool takes.`,
      fix: 'Use at most 63 lower-case letters, digits and "-", beginning and ending with a letter or digit.',
    }),
    ja: (f) => ({
      why: `${f.value} は名前に使えません。`,
      fix: '英小文字・数字・「-」で 63 文字以内、先頭と末尾は英小文字か数字にしてください。',
    }),
  },
  'bad-label-key': {
    en: (f) => ({
      why: `${f.value} is no key of a label.`,
      fix: 'Use at most 63 letters, digits, "-", "_" and ".", beginning and ending with a letter or digit.',
    }),
    ja: (f) => ({
      why: `${f.value} はラベルのキーに使えません。`,
      fix: '英数字と「-」「_」「.」で 63 文字以内、先頭と末尾は英数字にしてください。',
    }),
  },
  'bad-annotation-key': {
    en: (f) => ({
      why: `${f.value} is no key of an annotation.`,
      fix: 'Write it as example.com/name, or a name alone of at most 63 letters, digits, "-", "_" and ".".',
    }),
    ja: (f) => ({
      why: `${f.value} はアノテーションのキーに使えません。`,
      fix: 'example.com/name の形か、英数字と「-」「_」「.」の 63 文字以内の名前にしてください。',
    }),
  },
  'too-long': {
    en: (f) => ({
      why: `This text has ${f.length} characters; OpenSLO allows ${f.maximum}.`,
      fix: 'Shorten it.',
    }),
    ja: (f) => ({
      why: `${f.length} 文字あります(OpenSLO の上限は ${f.maximum} 文字)。`,
      fix: '短くしてください。',
    }),
  },
  'bad-duration': {
    en: (f) => ({
      why: `${f.value} is no duration.`,
      fix: `Write a whole number above 0 and one of ${f.units}, such as 28d.`,
    }),
    ja: (f) => ({
      why: `${f.value} は期間として読み取れません。`,
      fix: `1 以上の整数と単位(${f.units})で、28d のように書いてください。`,
    }),
  },
  'bad-start': {
    en: (f) => ({
      why: `${f.value} is no date and time.`,
      fix: 'Write it as 2026-01-01 00:00:00, without a time zone.',
    }),
    ja: (f) => ({
      why: `${f.value} は日時として読み取れません。`,
      fix: '2026-01-01 00:00:00 のように、時差なしで書いてください。',
    }),
  },
  'bad-zone': {
    en: (f) => ({
      why: `${f.value} is no time zone of the IANA database.`,
      fix: 'Write a name such as Asia/Tokyo.',
    }),
    ja: (f) => ({
      why: `${f.value} は IANA のタイムゾーン名ではありません。`,
      fix: 'Asia/Tokyo のような名前を書いてください。',
    }),
  },
};
