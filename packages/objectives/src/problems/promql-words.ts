import type { PromqlWhy, ValueType } from '../promql/index.ts';
import { type PlainReason, plainReasons, two } from './promql-reasons.ts';
import { type Language, listOf, type ProblemWordsOf, type WhyAndFix } from './words-of.ts';

/** What Prometheus refuses in a query. */
export const promqlWords: ProblemWordsOf<'promql' | 'promql-result'> = {
  promql: {
    en: (f) => {
      const { why, fix } = reasons.en(f.fault);
      return { why: `Prometheus cannot read the query at ▶: ${excerpt(f)} — ${why}`, fix };
    },
    ja: (f) => {
      const { why, fix } = reasons.ja(f.fault);
      return { why: `Prometheus はクエリを ▶ の位置で読み取れません: ${excerpt(f)} — ${why}`, fix };
    },
  },
  'promql-result': {
    en: (f) => ({
      why: `The query gives ${types[f.found].en}, and Prometheus loads no rule made of that.`,
      fix: 'Put a function such as rate(…) or sum_over_time(…) around it.',
    }),
    ja: (f) => ({
      why: `クエリの結果が${types[f.found].ja}なので、Prometheus はこのルールを読み込めません。`,
      fix: 'rate(…) や sum_over_time(…) などの関数で囲んでください。',
    }),
  },
};

function excerpt({ before, after }: { before: string; after: string }): string {
  const left = before.replace(/\s+/g, ' ');
  const right = after.replace(/\s+/g, ' ');
  const start = left.length > 50 ? `…${left.slice(-49)}` : left;
  return `${start}▶${right.length > 30 ? `${right.slice(0, 29)}…` : right}`;
}

const types: Readonly<Record<ValueType, Readonly<Record<Language, string>>>> = {
  scalar: { en: 'a number', ja: '数値' },
  vector: { en: 'an instant vector', ja: '瞬時ベクトル' },
  matrix: { en: 'a range vector', ja: '範囲ベクトル' },
  string: { en: 'a text', ja: '文字列' },
};

function typesIn(found: readonly ValueType[], language: Language): string {
  return listOf(
    found.map((type) => types[type][language]),
    language,
  );
}

const reasons: Readonly<Record<Language, (fault: PromqlWhy) => WhyAndFix>> = {
  en: (fault) => variable(fault)?.[0] ?? plainReasons[fault.why as PlainReason][0],
  ja: (fault) => variable(fault)?.[1] ?? plainReasons[fault.why as PlainReason][1],
};

/** Reasons whose words hold facts. */
function variable(fault: PromqlWhy): readonly [WhyAndFix, WhyAndFix] | null {
  if (fault.why === 'wrong-type') {
    const { wanted, found } = fault;
    return two(
      `${types[found].en} stands where ${typesIn(wanted, 'en')} belongs.`,
      'A range such as x[5m] belongs inside rate(…) and its like, a plain selector outside.',
      `${typesIn(wanted, 'ja')}が必要な位置に${types[found].ja}があります。`,
      'x[5m] のような範囲は rate(…) などの中に、範囲のないセレクターはその外に書いてください。',
    );
  }
  if (fault.why === 'argument-count') {
    const { name, wanted } = fault;
    return two(
      `${name} takes another number of arguments (${wanted}).`,
      'Mend its arguments.',
      `${name} の引数の数が違います(正: ${wanted})。`,
      '引数を直してください。',
    );
  }
  if (!('name' in fault || 'what' in fault)) return null;
  const name = 'name' in fault ? fault.name : fault.what;
  return named[fault.why](name);
}

type Named = Exclude<
  Extract<PromqlWhy, { name: string } | { what: string }>['why'],
  'argument-count'
>;

const named: Readonly<Record<Named, (name: string) => readonly [WhyAndFix, WhyAndFix]>> = {
  'unknown-function': (name) =>
    two(
      `${name} is no function of Prometheus.`,
      'Mend its name; where VictoriaMetrics answers, use --dialect exact, or its check in the chain of slo_plugins.',
      `${name} という関数は Prometheus にありません。`,
      '名前を直してください。VictoriaMetrics を使う場合は --dialect exact を指定するか、slo_plugins にその検証プラグインを書いてください。',
    ),
  experimental: (name) =>
    two(
      `${name} needs a flag of Prometheus that Sloth does not set.`,
      'Write it without.',
      `${name} は試験的機能で、Sloth では使えません。`,
      '使わずに書いてください。',
    ),
  'label-twice': (name) =>
    two(
      `The label ${name} is in on(…) and in group_left(…) or group_right(…).`,
      'Remove it from one of them.',
      `ラベル ${name} が on(…) と group_left(…) / group_right(…) の両方にあります。`,
      'どちらかから消してください。',
    ),
  'not-a-selector': (name) =>
    two(
      `${name} follows what is no selector.`,
      'Put it directly after the metric, or make a subquery: […:].',
      `${name} の前がセレクターではありません。`,
      'メトリクスの直後に書くか、サブクエリ […:] にしてください。',
    ),
  twice: (name) =>
    two(
      `${name} is there twice.`,
      'Keep one.',
      `${name} が 2 回あります。`,
      '一つにしてください。',
    ),
};
