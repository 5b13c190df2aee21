import type { Bound, Expected, FileFacts } from './facts.ts';
import { type Language, listOf, type ProblemWordsOf } from './words-of.ts';
import { yamlWords } from './yaml-words.ts';

const expected: Readonly<Record<Expected, Readonly<Record<Language, string>>>> = {
  text: { en: 'text', ja: '文字列' },
  number: { en: 'a number', ja: '数値' },
  'whole-number': { en: 'a whole number', ja: '整数' },
  boolean: { en: 'true or false', ja: 'true か false' },
  map: { en: 'a group of keys', ja: 'キーと値の組' },
  list: { en: 'a list', ja: 'リスト' },
};

export const fileWords: ProblemWordsOf<keyof FileFacts> = {
  ...yamlWords,
  'too-large': {
    en: (f) => ({
      why: `The file is larger than ${f.maximumBytes} bytes.`,
      fix: 'Split it, or check that it is the right file.',
    }),
    ja: (f) => ({
      why: `ファイルが ${f.maximumBytes} バイトを超えています。`,
      fix: '分割するか、正しいファイルか確認してください。',
    }),
  },
  'not-utf8': {
    en: (f) => ({
      why: `The file is not UTF-8: byte ${f.offset} fits no character.`,
      fix: 'Save it as UTF-8.',
    }),
    ja: (f) => ({
      why: `UTF-8 ではありません(先頭から ${f.offset} バイト目)。`,
      fix: 'UTF-8 で保存してください。',
    }),
  },
  'too-deep': {
    en: () => ({
      why: 'The document is nested too deeply.',
      fix: 'Check that it is the right file.',
    }),
    ja: () => ({
      why: '入れ子が深すぎます。',
      fix: '正しいファイルか確認してください。',
    }),
  },
  'nothing-there': {
    en: () => ({
      why: 'The file holds no document.',
      fix: 'Check that it is the right file.',
    }),
    ja: () => ({
      why: 'ファイルに定義がありません。',
      fix: '正しいファイルか確認してください。',
    }),
  },
  'not-a-map': {
    en: (f) => ({
      why: `A definition is a group of keys, not ${f.value}.`,
      fix: 'Write "key: value" lines.',
    }),
    ja: (f) => ({
      why: `定義はキーと値の組で書きます(現在: ${f.value})。`,
      fix: '「キー: 値」の形で書いてください。',
    }),
  },
  missing: {
    en: (f) => ({ why: `"${f.key}" is missing.`, fix: 'Add it.' }),
    ja: (f) => ({ why: `「${f.key}」がありません。`, fix: '追加してください。' }),
  },
  'unknown-key': {
    en: (f) => ({
      why: `"${f.key}" is not known here.`,
      fix: `Known here: ${listOf(f.known, 'en') || '(nothing)'}.`,
    }),
    ja: (f) => ({
      why: `「${f.key}」はここでは使えません。`,
      fix: `使えるキー: ${listOf(f.known, 'ja') || '(なし)'}`,
    }),
  },
  'wrong-type': {
    en: (f) => ({
      why: `Expected ${expected[f.expected].en}, found ${f.value}.`,
      fix: `Write ${expected[f.expected].en}.`,
    }),
    ja: (f) => ({
      why: `${f.value} は使えません。`,
      fix: `${expected[f.expected].ja}を書いてください。`,
    }),
  },
  'not-one-of': {
    en: (f) => ({
      why: `${f.value} is not allowed here.`,
      fix: `Use one of: ${listOf(f.options, 'en')}.`,
    }),
    ja: (f) => ({
      why: `${f.value} は使えません。`,
      fix: `次から選んでください: ${listOf(f.options, 'ja')}`,
    }),
  },
  'out-of-range': {
    en: (f) => ({ why: `${f.value} is out of range.`, fix: `It must be ${range(f).en}.` }),
    ja: (f) => ({ why: `${f.value} は範囲外です。`, fix: `${range(f).ja}で指定してください。` }),
  },
  'wrong-count': {
    en: (f) => ({
      why: `There are ${f.count} items here.`,
      fix: f.maximum === f.minimum ? `Exactly ${f.minimum} is needed.` : `Give ${atLeast(f).en}.`,
    }),
    ja: (f) => ({
      why: `${f.count} 件あります。`,
      fix:
        f.maximum === f.minimum
          ? `ちょうど ${f.minimum} 件にしてください。`
          : `${atLeast(f).ja}にしてください。`,
    }),
  },
};

function range({ minimum, maximum }: { minimum: Bound | null; maximum: Bound | null }) {
  const low = minimum && {
    en: `${minimum.inclusive ? 'at least' : 'more than'} ${minimum.at}`,
    ja: `${minimum.at} ${minimum.inclusive ? '以上' : 'より大きい値'}`,
  };
  const high = maximum && {
    en: `${maximum.inclusive ? 'at most' : 'less than'} ${maximum.at}`,
    ja: `${maximum.at} ${maximum.inclusive ? '以下' : '未満'}`,
  };
  const both = [low, high].filter((bound) => bound !== null);
  return {
    en: both.map((bound) => bound.en).join(' and '),
    ja: both.map((bound) => bound.ja).join('、'),
  };
}

function atLeast({ minimum, maximum }: { minimum: number; maximum: number | null }) {
  if (maximum === null) return { en: `at least ${minimum}`, ja: `${minimum} 件以上` };
  return { en: `${minimum} to ${maximum}`, ja: `${minimum}〜${maximum} 件` };
}
