import type { ProblemWordsOf } from '../../problems/words-of.ts';
import type { FileProblemFacts } from './facts.ts';

export const fileWords: ProblemWordsOf<keyof FileProblemFacts> = {
  'file-unreadable': {
    en: (f) => ({
      why: `It cannot be read (${f.detail}).`,
      fix: 'Give Sekisho the right to read it, or remove it.',
    }),
    ja: (f) => ({
      why: `読み取れません(${f.detail})。`,
      fix: 'Sekisho に読み取りを許可するか、削除してください。',
    }),
  },
  'link-not-followed': {
    en: () => ({
      why: 'This link leads out of the folder, to a folder, or nowhere, and is not followed.',
      fix: 'Put the file itself here.',
    }),
    ja: () => ({
      why: 'フォルダーの外か、フォルダーか、存在しない場所へのリンクのため、たどりません。',
      fix: 'ファイルそのものを置いてください。',
    }),
  },
  'not-a-file': {
    en: () => ({ why: 'This is no regular file.', fix: 'Remove it.' }),
    ja: () => ({ why: '通常のファイルではありません。', fix: '削除してください。' }),
  },
  'folder-too-deep': {
    en: (f) => ({
      why: `The folder is more than ${f.maximum} levels deep, and is not looked into.`,
      fix: 'Keep the files nearer to "services".',
    }),
    ja: (f) => ({
      why: `フォルダーが ${f.maximum} 段を超えて深いため、中を見ません。`,
      fix: 'services の近くに置いてください。',
    }),
  },
  'too-many-files': {
    en: (f) => ({
      why: `There are more than ${f.maximum} files; those from this one on were not read.`,
      fix: 'Put several documents into one file, separated by "---".',
    }),
    ja: (f) => ({
      why: `ファイルが ${f.maximum} 個を超えています。ここから先は読んでいません。`,
      fix: '「---」で区切り、1 つのファイルにまとめてください。',
    }),
  },
  'files-too-large': {
    en: (f) => ({
      why: `The files together are larger than ${f.maximumBytes} bytes; those from this one on were not read.`,
      fix: 'Remove what is no definition of SLOs.',
    }),
    ja: (f) => ({
      why: `全ファイルの合計が ${f.maximumBytes} バイトを超えています。ここから先は読んでいません。`,
      fix: 'SLO の定義でないものを取り除いてください。',
    }),
  },
};
