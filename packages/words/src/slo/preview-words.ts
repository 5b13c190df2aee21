import type { Language, PreviewBasis } from '@sekisho/contract';
import type { Pair } from '../language.ts';

/** Where the minutes of a preview are from, or why there are none and what to do. */
const bases: Readonly<Record<PreviewBasis, Pair>> = {
  counted: {
    en: 'From the minutes that the server has counted.',
    ja: 'サーバーが計測済みのデータです。',
  },
  recounted: {
    en: 'Counted anew from the logs that the server reads.',
    ja: 'サーバーが読んでいるログから数え直しました。',
  },
  'source-new': {
    en: 'Its source is not in force as it is written here: a preview asks no other. Put the source into force first.',
    ja: 'この計測元は、ここに書かれた内容ではまだ有効ではありません。先に計測元を反映してください(プレビューでは問い合わせません)。',
  },
  'not-asked': {
    en: 'Nothing was counted for this definition yet: its source is asked once the definition is in force.',
    ja: 'この定義ではまだ計測していません。定義が反映されると計測が始まります。',
  },
  'needs-sre': {
    en: 'This definition was never counted. Only an SRE may have logs counted anew: ask one to preview it.',
    ja: 'この定義ではまだ計測していません。ログの数え直しは SRE だけができます。SRE に確認を依頼してください。',
  },
  unreadable: {
    en: 'The logs of its source cannot be read now: see how the source does on the page of an SLO that it measures.',
    ja: '計測元のログを今は読めません。この計測元を使う SLO のページで状態を確かめてください。',
  },
  'too-many': {
    en: 'Two definitions are counted anew at a time: leave the others out to see this one.',
    ja: '一度に数え直せる定義は 2 つまでです。ほかの定義を外して確かめてください。',
  },
  'nothing-yet': {
    en: 'No minute of its source has come in yet.',
    ja: '計測元のデータがまだ届いていません。',
  },
};

export function previewBasisText(basis: PreviewBasis, language: Language): string {
  return bases[basis][language];
}

/** That the target of a file is not the one in force, and what to do. @param percents as people read them */
export function agreedHoldsText(file: string, agreed: string, id: string, language: Language) {
  return {
    en: `The file says ${file}, agreed is ${agreed}, and what was agreed holds. Change the file to ${agreed}, or propose ${file}: sekisho slo propose ${id} --target ${file.replace('%', '')} --reason "…"`,
    ja: `ファイルの目標は ${file}、合意された目標は ${agreed} で、合意された目標が有効です。ファイルを ${agreed} に直すか、${file} を提案してください: sekisho slo propose ${id} --target ${file.replace('%', '')} --reason "…"`,
  }[language];
}
