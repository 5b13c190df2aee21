import type { ErrorFacts, InputProblem } from '@sekisho/contract/errors';
import type { WhyAndFix } from '../catalogue/why-and-fix.ts';
import type { Language, Pair } from '../language.ts';

type Facts = ErrorFacts['bad-input'];
type Tell = (facts: Facts) => WhyAndFix;

/** Names of the types that a field can take, as a phrase after "takes". */
const types: Readonly<Record<string, Pair>> = {
  string: { en: 'text', ja: '文字列' },
  number: { en: 'a number', ja: '数値' },
  int: { en: 'a whole number', ja: '整数' },
  boolean: { en: 'true or false', ja: 'true か false' },
  array: { en: 'a list', ja: 'リスト' },
  object: { en: 'an object', ja: 'オブジェクト' },
};

const typeName = (name: string, language: Language) => types[name]?.[language] ?? name;

const inEnglish: Readonly<Record<InputProblem, Tell>> = {
  missing: ({ field }) => ({
    why: `"${field}" is missing.`,
    fix: `Give "${field}" and send it again.`,
  }),
  empty: ({ field }) => ({
    why: `"${field}" cannot be empty.`,
    fix: `Fill in "${field}" and send it again.`,
  }),
  'unknown-field': ({ field, needed }) => ({
    why: `There is no field "${field}" here.`,
    fix: needed === '' ? 'Leave it out.' : `Leave it out, or use one of: ${needed}.`,
  }),
  'too-short': ({ field, value, needed }) => ({
    why: `"${field}" is too short: "${value}".`,
    fix: `Write ${needed} characters or more.`,
  }),
  'too-long': ({ field, value, needed }) => ({
    why: `"${field}" is too long: "${start(value)}".`,
    fix: `Shorten it to ${needed} characters or fewer.`,
  }),
  'too-many': ({ field, needed }) => ({
    why: `"${field}" holds too many.`,
    fix: `Give ${needed} or fewer.`,
  }),
  'too-few': ({ field, needed }) => ({
    why: `"${field}" holds too few.`,
    fix: `Give ${needed} or more.`,
  }),
  'too-big': ({ field, value, needed }) => ({
    why: `"${field}" cannot be "${value}".`,
    fix: `Give ${needed} or less.`,
  }),
  'too-small': ({ field, value, needed }) => ({
    why: `"${field}" cannot be "${value}".`,
    fix: `Give ${needed} or more.`,
  }),
  'not-one-of': ({ field, value, needed }) => ({
    why: `"${field}" cannot be "${value}".`,
    fix: `Choose one of: ${needed}.`,
  }),
  'wrong-type': ({ field, value, needed }) => ({
    why: `"${field}" cannot be "${value}".`,
    fix: `It takes ${typeName(needed, 'en')}.`,
  }),
  'wrong-form': ({ field, value }) => ({
    why: `"${value}" is not written as "${field}" is.`,
    fix: 'Copy it as Sekisho shows it, and send it again.',
  }),
  'no-such-scope': ({ field, value }) => ({
    why: `"${value}" in "${field}" matches no command.`,
    fix: 'Write scopes like ops.list, ops.* or *.list, or ingest:SOURCE for a source that is pushed to.',
  }),
  'not-good': ({ field, value }) => ({
    why: `"${field}" cannot be "${value}".`,
    fix: `Correct "${field}" and send it again.`,
  }),
};

const inJapanese: Readonly<Record<InputProblem, Tell>> = {
  missing: ({ field }) => ({
    why: `「${field}」がありません。`,
    fix: `「${field}」を指定して、もう一度送ってください。`,
  }),
  empty: ({ field }) => ({
    why: `「${field}」が空です。`,
    fix: `「${field}」に入力して、もう一度送ってください。`,
  }),
  'unknown-field': ({ field, needed }) => ({
    why: `「${field}」という項目はありません。`,
    fix:
      needed === ''
        ? '取り除いてください。'
        : `取り除くか、次のいずれかを使ってください: ${needed}`,
  }),
  'too-short': ({ field, value, needed }) => ({
    why: `「${field}」が短すぎます(「${value}」)。`,
    fix: `${needed} 文字以上で書いてください。`,
  }),
  'too-long': ({ field, value, needed }) => ({
    why: `「${field}」が長すぎます(「${start(value)}」)。`,
    fix: `${needed} 文字以内にしてください。`,
  }),
  'too-many': ({ field, needed }) => ({
    why: `「${field}」の数が多すぎます。`,
    fix: `${needed} 件以下にしてください。`,
  }),
  'too-few': ({ field, needed }) => ({
    why: `「${field}」の数が足りません。`,
    fix: `${needed} 件以上にしてください。`,
  }),
  'too-big': ({ field, value, needed }) => ({
    why: `「${field}」に「${value}」は指定できません。`,
    fix: `${needed} 以下にしてください。`,
  }),
  'too-small': ({ field, value, needed }) => ({
    why: `「${field}」に「${value}」は指定できません。`,
    fix: `${needed} 以上にしてください。`,
  }),
  'not-one-of': ({ field, value, needed }) => ({
    why: `「${field}」に「${value}」は指定できません。`,
    fix: `次から選んでください: ${needed}`,
  }),
  'wrong-type': ({ field, value, needed }) => ({
    why: `「${field}」に「${value}」は指定できません。`,
    fix: `${typeName(needed, 'ja')}を指定してください。`,
  }),
  'wrong-form': ({ field, value }) => ({
    why: `「${value}」は「${field}」の書き方に合っていません。`,
    fix: 'Sekisho に表示されたとおりに写して、もう一度送ってください。',
  }),
  'no-such-scope': ({ field, value }) => ({
    why: `「${field}」の「${value}」に当てはまるコマンドはありません。`,
    fix: 'ops.list、ops.*、*.list のように、プッシュを受けるソースには ingest:ソース名 と書いてください。',
  }),
  'not-good': ({ field, value }) => ({
    why: `「${field}」の値「${value}」を受け付けられません。`,
    fix: `「${field}」を直して、もう一度送ってください。`,
  }),
};

/** Enough of a long text to know it by. */
function start(value: string): string {
  // Half of a surrogate pair is no letter.
  return value.length <= 30 ? value : `${value.slice(0, 29).replace(/[\ud800-\udbff]$/u, '')}…`;
}

/** What is wrong with one field: the field, the value and the fix, by the kind of problem. */
export const badInputTexts: Readonly<Record<Language, Tell>> = {
  en: (facts) => inEnglish[facts.problem](facts),
  ja: (facts) => inJapanese[facts.problem](facts),
};
