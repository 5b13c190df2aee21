import type { Language } from '../../problems/index.ts';
import type { Change, ChangeFacts, ChangeName, Effect, Unsayable } from './change.ts';

/** Why it could not stay, and what was done instead. */
export interface WhyAndInstead {
  readonly why: string;
  readonly instead: string;
}

type Words = {
  readonly [Name in ChangeName]: Readonly<
    Record<Language, (facts: ChangeFacts[Name]) => WhyAndInstead>
  >;
};

const reasons: Readonly<Record<Unsayable, Readonly<Record<Language, string>>>> = {
  kind: { en: 'has no such kind', ja: 'にこの kind がない' },
  composite: { en: 'has no composite SLOs', ja: 'に複合 SLO がない' },
  raw: { en: 'has no ready-made ratios', ja: 'に計算済みの比率 (raw) がない' },
  'bad-events': {
    en: 'counts good events only, and these cannot be reckoned from the bad ones',
    ja: 'は good しか数えられず、bad から計算もできない',
  },
  'no-indicator': {
    en: 'needs the indicator, which is in none of the files given',
    ja: 'に必要な indicator が、指定されたファイルにない',
  },
};

const words: Words = {
  'left-out': {
    en: (f) => ({ why: `${f.to} has no place for "${f.what}".`, instead: 'It was left out.' }),
    ja: (f) => ({
      why: `${f.to} に「${f.what}」を書く場所がありません。`,
      instead: '省きました。',
    }),
  },
  'document-left-out': {
    en: (f) => ({
      why: `${f.to} ${reasons[f.reason].en}.`,
      instead: `The whole ${f.kind} ${f.name} was left out.`,
    }),
    ja: (f) => ({
      why: `${f.to} ${reasons[f.reason].ja}ためです。`,
      instead: `${f.kind} ${f.name} 全体を省きました。`,
    }),
  },
  'method-replaced': {
    en: (f) => ({
      why: `${f.to} has no budgeting method ${f.from}.`,
      instead: `${f.as} was written, which weighs busy times more.`,
    }),
    ja: (f) => ({
      why: `${f.to} に budgetingMethod ${f.from} がありません。`,
      instead: `${f.as} にしました(混雑時の比重が大きくなります)。`,
    }),
  },
  rounded: {
    en: (f) => ({
      why: `${f.from} is no whole number of minutes.`,
      instead: `It was rounded up to ${f.as}.`,
    }),
    ja: (f) => ({ why: `${f.from} は分単位にできません。`, instead: `${f.as} に切り上げました。` }),
  },
  'query-as-json': {
    en: (f) => ({
      why: `${f.to} takes one text as the query, and there is no "query" here.`,
      instead: 'All of "spec" was written into it as JSON.',
    }),
    ja: (f) => ({
      why: `${f.to} のクエリは一つの文字列ですが、「query」がありません。`,
      instead: 'spec 全体を JSON として書きました。',
    }),
  },
  'reference-as-type': {
    en: (f) => ({
      why: `${f.to} names a type of data source, and that of ${f.value} is in none of the files given.`,
      instead: `"${f.value}" was written as the type.`,
    }),
    ja: (f) => ({
      why: `${f.to} にはデータソースの種類が必要ですが、${f.value} の種類が指定されたファイルにありません。`,
      instead: `「${f.value}」を種類として書きました。`,
    }),
  },
  added: {
    en: (f) => ({
      why: `${f.to} needs "${f.key}", and nothing here says it.`,
      instead: `${f.value} was written; check it.`,
    }),
    ja: (f) => ({
      why: `${f.to} に必要な「${f.key}」が元の定義にありません。`,
      instead: `${f.value} を書きました。確認してください。`,
    }),
  },
  'said-otherwise': {
    en: (f) => ({ why: `${f.to} says ${f.from} in other words.`, instead: `${f.as} was written.` }),
    ja: (f) => ({
      why: `${f.to} では ${f.from} の書き方が違います。`,
      instead: `${f.as} と書きました。`,
    }),
  },
  'written-out': {
    en: (f) => ({
      why: `${f.to} cannot refer to the ${f.kind} ${f.name}.`,
      instead: 'It was written out in place.',
    }),
    ja: (f) => ({
      why: `${f.to} では ${f.kind} ${f.name} を参照できません。`,
      instead: '内容をその場に書きました。',
    }),
  },
  'bad-as-good': {
    en: (f) => ({ why: `${f.to} counts good events only.`, instead: `${f.as} was written.` }),
    ja: (f) => ({
      why: `${f.to} では good しか数えられません。`,
      instead: `${f.as} と書きました。`,
    }),
  },
  split: {
    en: (f) => ({
      why: `In ${f.to} all objectives share one indicator, and these have different ones.`,
      instead: `One SLO was made of each: ${f.names.join(', ')}.`,
    }),
    ja: (f) => ({
      why: `${f.to} では全 objective が一つの indicator を共有しますが、異なるものがあります。`,
      instead: `一つずつの SLO に分けました: ${f.names.join('、')}`,
    }),
  },
  'template-kept': {
    en: (f) => ({
      why: `The query holds ${f.template}, which only Sloth fills in.`,
      instead: 'It was kept as it is.',
    }),
    ja: (f) => ({
      why: `クエリに Sloth だけが解釈する ${f.template} があります。`,
      instead: 'そのまま残しました。',
    }),
  },
};

const effectWords: Readonly<Record<Effect, Readonly<Record<Language, string>>>> = {
  lost: { en: 'lost', ja: '欠落' },
  changed: { en: 'changed', ja: '変更' },
  added: { en: 'added', ja: '補足' },
  rewritten: { en: 'rewritten', ja: '書き換え' },
};

/** Why something could not stay as it was and what was done instead, in one language. */
export function changeWords({ code, facts }: Change, language: Language): WhyAndInstead {
  return (words[code][language] as (facts: unknown) => WhyAndInstead)(facts);
}

/** One change as a line: `slo.yaml:4:3 metadata.labels (lost): … It was left out.` */
export function changeText(change: Change, language: Language): string {
  const { file, line, column, path } = change.place;
  const { why, instead } = changeWords(change, language);
  const space = language === 'ja' ? '' : ' ';
  const effect = effectWords[change.effect][language];
  return `${file}:${line}:${column}${path === '' ? '' : ` ${path}`} (${effect}): ${why}${space}${instead}`;
}
