import type { Pair } from '@sekisho/words/language';

/** What `sekisho doctor` says besides its findings. */
export const examineSentences = {
  'examine-begins': {
    en: 'Looking at the installation; this takes up to a minute.',
    ja: '環境を診断しています(最長 1 分)。',
  },
  'examine-counts': {
    en: '{error error}, {warning warning}, {skipped} not looked at, {info note}, {ok} well.',
    ja: 'エラー {error}、警告 {warning}、未確認 {skipped}、情報 {info}、正常 {ok}。',
  },
  'examine-all': { en: 'See all of them with --all.', ja: '--all ですべて表示します。' },
  'examine-no-check': {
    en: 'There is no check "{value}". docs/doctor.md lists them all.',
    ja: '「{value}」という項目はありません。一覧は docs/doctor.md にあります。',
  },
  'examine-no-account': {
    en: '"{value}" is no AWS account. Give its twelve digits.',
    ja: '「{value}」は AWS アカウントではありません。12 桁の番号を指定してください。',
  },
} as const satisfies Readonly<Record<string, Pair>>;
