import type { PromqlWhy } from '../promql/index.ts';
import type { WhyAndFix } from './words-of.ts';

/** Reasons that are told without facts. */
export type PlainReason = Exclude<
  PromqlWhy,
  { name: string } | { what: string } | { found: unknown }
>['why'];

type Both = readonly [en: WhyAndFix, ja: WhyAndFix];

/** One reason and its mending in both languages. */
export function two(why: string, fix: string, whyJa: string, fixJa: string): Both {
  return [
    { why, fix },
    { why: whyJa, fix: fixJa },
  ];
}

/** Why Prometheus refuses a query, where the place says it all. */
export const plainReasons: Readonly<Record<PlainReason, Both>> = {
  syntax: two(
    'this does not belong here.',
    'Remove it, or add what is missing before it.',
    'ここには書けません。',
    '消すか、直前に足りないものを補ってください。',
  ),
  unfinished: two(
    'something is missing here.',
    'Finish the query.',
    'ここで途切れています。',
    '続きを書いてください。',
  ),
  'needs-bool': two(
    'two numbers are compared.',
    'Write bool after the operator.',
    '数値同士の比較です。',
    '演算子の後に bool を書いてください。',
  ),
  'bool-misplaced': two(
    'bool belongs to comparisons only.',
    'Remove bool.',
    'bool は比較演算子にだけ付けられます。',
    'bool を消してください。',
  ),
  'set-of-numbers': two(
    'and, or and unless join vectors, not numbers.',
    'Write vector(…) around the number.',
    'and・or・unless は数値には使えません。',
    '数値を vector(…) で囲んでください。',
  ),
  'matching-numbers': two(
    'on(…) and ignoring(…) match vectors, and one side is a number.',
    'Remove them.',
    '片方が数値なので on(…) や ignoring(…) は使えません。',
    '消してください。',
  ),
  'group-in-set': two(
    'and, or and unless take no group_left or group_right.',
    'Remove it.',
    'and・or・unless に group_left や group_right は使えません。',
    '消してください。',
  ),
  'selects-all': two(
    'this selects every series.',
    'Name the metric, or a label that must not be empty.',
    'すべての系列を選んでしまいます。',
    'メトリクス名か、空ではないラベルの条件を書いてください。',
  ),
  'name-twice': two(
    'the metric is named twice.',
    'Remove __name__.',
    'メトリクス名が 2 回あります。',
    '__name__ を消してください。',
  ),
  'label-name': two(
    'the name of a label is empty.',
    'Name the label.',
    'ラベル名が空です。',
    'ラベル名を書いてください。',
  ),
  string: two(
    'the text is not closed, or an escape in it is none.',
    'Close the quotes, and write \\\\ for each \\, or use backquotes.',
    '文字列が閉じていないか、エスケープが正しくありません。',
    '引用符を閉じ、\\ は \\\\ と書くか、バッククォートで囲んでください。',
  ),
  regex: two(
    'this is no regular expression that Prometheus takes.',
    'Mend it; RE2 has no look ahead, look behind or back reference.',
    'Prometheus で使える正規表現ではありません。',
    '直してください。RE2 には先読み・後読み・後方参照がありません。',
  ),
  number: two(
    'this is no number.',
    'Write it as 0.5, 1e3 or 30.',
    '数値として読み取れません。',
    '0.5、1e3、30 のように書いてください。',
  ),
  duration: two(
    'this is no span of time that fits here.',
    'Write one above zero, such as 5m or 1h30m.',
    'ここに使える期間ではありません。',
    '5m や 1h30m のように、0 より大きい期間を書いてください。',
  ),
};
