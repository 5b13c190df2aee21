import type { ProblemWordsOf } from './words-of.ts';

/** Words of what is wrong with YAML, whatever it is meant to say. */
export const yamlWords: ProblemWordsOf<'bad-yaml' | 'duplicate-key' | 'alias-bomb'> = {
  'bad-yaml': {
    en: (f) => ({
      why: `This is not valid YAML: ${f.problem}.`,
      fix: 'Check the indentation, quotes and colons here.',
    }),
    ja: (f) => ({
      why: `YAML として読み取れません(${f.problem})。`,
      fix: 'この行の字下げ、引用符、コロンを確認してください。',
    }),
  },
  'duplicate-key': {
    en: (f) => ({ why: `The key "${f.key}" occurs twice.`, fix: 'Keep one of them.' }),
    ja: (f) => ({
      why: `キー「${f.key}」が重複しています。`,
      fix: 'どちらか一方を残してください。',
    }),
  },
  'alias-bomb': {
    en: () => ({
      why: 'Aliases repeat far too much of the document.',
      fix: 'Write the values out.',
    }),
    ja: () => ({ why: 'エイリアスによる繰り返しが多すぎます。', fix: '値を直接書いてください。' }),
  },
};
