import {
  type Finding,
  type ObtainableSli,
  snippetOf,
  unifiedDiff,
} from '@sekisho/objectives/doctor';
import type { Language, Pair } from '@sekisho/words/language';
import { cleanExact, cleanLine } from '../../../print/clean.ts';
import type { Colour, Style } from '../../../print/style.ts';
import { type Column, table } from '../../../print/table.ts';
import { count, percent, sliText, targetText } from '../report/figures.ts';
import { wrap } from '../report/wrap.ts';
import type { Diagnosed, Examined } from './examined.ts';
import { findingText } from './words/words-of.ts';

const words = {
  sli: { en: 'SLI', ja: 'SLI' },
  from: { en: 'from', ja: '計測元' },
  events: { en: 'events', ja: '件数' },
  value: { en: 'seen so far', ja: 'これまでの値' },
  target: { en: 'suggested', ja: '提案' },
  availability: { en: 'availability', ja: '可用性' },
  latency: { en: 'latency', ja: '所要時間' },
  measured: { en: 'measured in the last day', ja: '直近 1 日の計測' },
  none: { en: 'No SLI can be had from this.', ja: 'ここから得られる SLI はありません。' },
  lacks: { en: 'Not to be had: {kinds}.', ja: '得られないもの: {kinds}' },
  why: { en: 'why', ja: '理由' },
  act: { en: 'do', ja: '対処' },
  patched: { en: 'mended by the patch, in {file}', ja: 'パッチで修正 ({file})' },
  patch: { en: 'Patch', ja: 'パッチ' },
  document: { en: 'OpenSLO document to start with', ja: 'OpenSLO の下書き' },
} as const satisfies Readonly<Record<string, Pair>>;

const marks = { spoils: '✕', weakens: '▲', notes: '○' } as const;
const plainMarks = { spoils: '[x]', weakens: '[!]', notes: '[ ]' } as const;
const colours: Readonly<Record<Finding['severity'], Colour>> = {
  spoils: 'red',
  weakens: 'yellow',
  notes: 'dim',
};

/** The files that drafts were written to; null where none was asked for. */
export interface Kept {
  readonly document: string | null;
  readonly patch: string | null;
}

/** Which SLIs can be had, what keeps others from being had, and what mends that; a draft that has a file is not shown again. */
export function doctorText(diagnosed: Diagnosed, style: Style, kept: Kept): string {
  const { sources, drafted, document } = diagnosed;
  const parts = sources.map((source) => sourceText(source, diagnosed, style));
  const diff = drafted.patches.map(unifiedDiff).join('');
  if (diff !== '' && kept.patch === null) parts.push(titled(words.patch, diff, style));
  if (document !== null && kept.document === null)
    parts.push(titled(words.document, document, style));
  return `${parts.join('\n')}\n${nextText(diagnosed, style.language, kept)}\n`;
}

function sourceText(source: Examined, { drafted }: Diagnosed, style: Style): string {
  const { language } = style;
  const { name, slis, findings } = source;
  const isQuiet = source.kind === 'graphql' && slis.length + findings.length === 0;
  const rows = isQuiet ? '' : rowsText(source, style);
  const lacking = (['availability', 'latency'] as const).filter(
    (kind) =>
      !['graphql', 'source'].includes(source.kind) &&
      slis.length > 0 &&
      !slis.some((sli) => sli.kind === kind),
  );
  const kinds = lacking.map((kind) => words[kind][language]).join(', ');
  const lacks = kinds === '' ? '' : `${words.lacks[language].replace('{kinds}', kinds)}\n`;
  const texts = [...findings]
    .sort((a, b) => order(a) - order(b))
    .map((finding) => `\n${findingBlock(finding, drafted.mended.get(finding), style)}`);
  return `${style.paint(cleanLine(name), 'bold')}\n${rows}${lacks}${texts.join('')}`;
}

function rowsText(source: Examined, style: Style): string {
  const { slis, standing } = source;
  const { language } = style;
  if (standing !== undefined)
    return standing.length === 0 ? '' : table(standing, measured(language), style);
  return slis.length === 0
    ? `${words.none[language]}\n`
    : table(slis, columns(source, language), style);
}

function measured(
  language: Language,
): readonly Column<NonNullable<Examined['standing']>[number]>[] {
  return [
    { title: 'SLO', text: ({ id }) => id, flexible: true },
    { title: words.measured[language], text: ({ coverage }) => percent(coverage), right: true },
  ];
}

function order({ severity }: Finding): number {
  return ['spoils', 'weakens', 'notes'].indexOf(severity);
}

function columns({ targets }: Examined, language: Language): readonly Column<ObtainableSli>[] {
  const kindOf = ({ kind, within }: ObtainableSli) =>
    within === null ? words[kind][language] : `${words[kind][language]} ≤ ${within} s`;
  const all = ({ counted }: ObtainableSli) =>
    counted === null ? null : counted.good + counted.bad;
  const target = (sli: ObtainableSli) => targets.get(sli) ?? null;
  return [
    { title: words.sli[language], text: kindOf },
    { title: words.from[language], text: ({ subject }) => subject, flexible: true },
    {
      title: words.events[language],
      text: (sli) => (all(sli) === null ? '–' : count(all(sli) ?? 0)),
      right: true,
    },
    {
      title: words.value[language],
      text: (sli) => sliText(all(sli) ?? 0, sli.counted?.bad ?? 0) ?? '–',
      right: true,
    },
    ...(targets.size === 0
      ? []
      : [
          {
            title: words.target[language],
            text: (sli: ObtainableSli) =>
              target(sli) === null ? '–' : targetText(target(sli) ?? 0),
            right: true,
          },
        ]),
  ];
}

function findingBlock(finding: Finding, mendedIn: string | undefined, style: Style): string {
  const { language, width } = style;
  const text = findingText(finding, language);
  const mark = (style.glyphs ? marks : plainMarks)[finding.severity];
  const subject = finding.subject === '' ? '' : `${finding.subject}: `;
  const head = style.paint(cleanLine(`${mark} ${subject}${text.title}`), colours[finding.severity]);
  const line = (said: string) => `${wrap(cleanLine(said), width, '  ')}\n`;
  const snippet = snippetOf(finding.code);
  const shown =
    mendedIn !== undefined
      ? line(words.patched[language].replace('{file}', mendedIn))
      : finding.severity === 'spoils' && snippet !== null
        ? indented(snippet.text)
        : '';
  const why = `${words.why[language]}: ${text.why}`;
  return `${head}\n${line(text.seen)}${line(why)}${line(`${words.act[language]}: ${text.act}`)}${shown}`;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '      ');
}

function titled(title: Pair, text: string, style: Style): string {
  const lines = text.split('\n').map(cleanKept).join('\n');
  return `${style.paint(title[style.language], 'bold')}\n${lines}`;
}

/** A tab at a line's beginning is code's own. */
function cleanKept(line: string): string {
  return line.split('\t').map(cleanExact).join('\t');
}

function nextText(
  { sources, drafted, document }: Diagnosed,
  language: Language,
  kept: Kept,
): string {
  if (sources.every(({ kind }) => kind === 'source')) {
    return {
      en: 'All sources: sekisho slo sources',
      ja: 'すべての計測元: sekisho slo sources',
    }[language];
  }
  if (drafted.patches.length > 0) {
    const first = kept.patch === null ? 'sekisho slo doctor … --patch sli.patch && ' : '';
    const apply = cleanLine(`${first}git apply ${kept.patch ?? 'sli.patch'}`);
    return {
      en: `Apply it: ${apply}, and ask again.`,
      ja: `適用: ${apply} のあと、もう一度実行してください。`,
    }[language];
  }
  if (document === null) {
    return {
      en: 'Mend the first finding, and ask again; --code DIR drafts patches against your code.',
      ja: '最初の項目を直してもう一度実行してください。--code DIR でコードへのパッチを下書きします。',
    }[language];
  }
  if (kept.document !== null) {
    const file = cleanLine(kept.document);
    return {
      en: `Agree on the target, put ${file} into git, and look: sekisho slo report ${file} --logs …`,
      ja: `目標を合意し、${file} を git に入れてください。確認: sekisho slo report ${file} --logs …`,
    }[language];
  }
  return {
    en: 'Keep it: sekisho slo doctor … --document checkout.yaml, agree on the target, and put it into git.',
    ja: '保存: sekisho slo doctor … --document checkout.yaml。目標を合意して git に入れてください。',
  }[language];
}
