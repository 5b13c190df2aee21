import type { Pair } from '@sekisho/words';

const types: Readonly<Record<string, Pair>> = {
  string: { en: 'text', ja: '文字列' },
  number: { en: 'a number', ja: '数値' },
  int: { en: 'a whole number', ja: '整数' },
  boolean: { en: 'true or false', ja: 'true か false ' },
  array: { en: 'a list', ja: 'リスト' },
  object: { en: 'a group of keys', ja: 'キーと値の組' },
  record: { en: 'a group of keys', ja: 'キーと値の組' },
};

/** What a type of YAML is called. */
export function typeOf(expected: string): Pair {
  return types[expected] ?? { en: expected, ja: expected };
}
