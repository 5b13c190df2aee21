import { listOf } from '@sekisho/words';
import { shapeOf } from './shapes.ts';
import { typeOf } from './type-words.ts';
import type { ProblemWordsOf } from './words-of.ts';

export const shapeWords: ProblemWordsOf<
  | 'too-large'
  | 'too-deep'
  | 'several-documents'
  | 'not-a-map'
  | 'missing'
  | 'unknown-key'
  | 'wrong-type'
  | 'not-one-of'
  | 'out-of-range'
  | 'too-few'
  | 'too-many'
  | 'shape'
> = {
  'too-large': {
    en: (f) => ({
      why: `The file is larger than ${f.maximumBytes} bytes.`,
      fix: 'Is it the right file?',
    }),
    ja: (f) => ({
      why: `ファイルが ${f.maximumBytes} バイトを超えています。`,
      fix: '正しいファイルか確認してください。',
    }),
  },
  'too-deep': {
    en: () => ({ why: 'The document is nested too deeply.', fix: 'Is it the right file?' }),
    ja: () => ({ why: '入れ子が深すぎます。', fix: '正しいファイルか確認してください。' }),
  },
  'several-documents': {
    en: () => ({ why: 'A second document begins here.', fix: 'Remove the line "---".' }),
    ja: () => ({
      why: 'ここから 2 つ目の文書が始まっています。',
      fix: '「---」の行を消してください。',
    }),
  },
  'not-a-map': {
    en: () => ({
      why: 'The file holds no keys.',
      fix: 'Begin with "installation: NAME"; "sekisho schema" prints the whole shape.',
    }),
    ja: () => ({
      why: 'ファイルにキーがありません。',
      fix: '「installation: 名前」から始めてください。全体の形は「sekisho schema」で確認できます。',
    }),
  },
  missing: {
    en: (f) => ({ why: `"${f.key}" is missing.`, fix: `Add "${f.key}:" here.` }),
    ja: (f) => ({
      why: `「${f.key}」がありません。`,
      fix: `ここに「${f.key}:」を追加してください。`,
    }),
  },
  'unknown-key': {
    en: (f) => ({
      why: `There is no key "${f.key}" here.`,
      fix: `Known ones: ${listOf(f.known, 'en')}.`,
    }),
    ja: (f) => ({
      why: `ここに「${f.key}」というキーは書けません。`,
      fix: `使えるキー: ${listOf(f.known, 'ja')}`,
    }),
  },
  'wrong-type': {
    en: (f) => ({
      why: `${f.value} is not ${typeOf(f.expected).en}.`,
      fix: f.expected === 'string' ? 'Put it in quotes.' : `Write ${typeOf(f.expected).en}.`,
    }),
    ja: (f) => ({
      why: `${f.value} は${typeOf(f.expected).ja}ではありません。`,
      fix:
        f.expected === 'string'
          ? '引用符で囲んでください。'
          : `${typeOf(f.expected).ja}を書いてください。`,
    }),
  },
  'not-one-of': {
    en: (f) => ({
      why: `${f.value} is not allowed here.`,
      fix: `Choose one of: ${listOf(f.options, 'en')}.`,
    }),
    ja: (f) => ({
      why: `${f.value} は使えません。`,
      fix: `次から選んでください: ${listOf(f.options, 'ja')}`,
    }),
  },
  'out-of-range': {
    en: (f) => ({
      why: `${f.value} is out of range.`,
      fix: `Write a number from ${f.minimum ?? '…'} to ${f.maximum ?? '…'}.`,
    }),
    ja: (f) => ({
      why: `${f.value} は範囲外です。`,
      fix: `${f.minimum ?? '…'} から ${f.maximum ?? '…'} までの数を書いてください。`,
    }),
  },
  'too-few': {
    en: (f) => ({ why: 'This list or text is too short.', fix: `It needs at least ${f.minimum}.` }),
    ja: (f) => ({ why: '要素または文字が足りません。', fix: `${f.minimum} 以上にしてください。` }),
  },
  'too-many': {
    en: (f) => ({
      why: 'This list or text is too long.',
      fix: `At most ${f.maximum} are allowed.`,
    }),
    ja: (f) => ({ why: '要素または文字が多すぎます。', fix: `${f.maximum} 以下にしてください。` }),
  },
  shape: {
    en: (f) => ({
      why: `${f.value} is not ${shapeOf(f.shape).en.what}.`,
      fix: `Write it like ${shapeOf(f.shape).en.like}.`,
    }),
    ja: (f) => ({
      why: `${f.value} は${shapeOf(f.shape).ja.what}ではありません。`,
      fix: `次のように書いてください: ${shapeOf(f.shape).ja.like}`,
    }),
  },
};
