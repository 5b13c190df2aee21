import type { VerbName } from '@sekisho/contract';
import { formatPercent } from '../catalogue/agreements.ts';
import type { Telling } from '../language.ts';
import type { EntryFacts } from './facts.ts';
import { given } from './given.ts';

/** What people did about targets and corrections of SLOs. */
export const agreementSentences: Partial<Record<VerbName, Telling<EntryFacts>>> = {
  'slo.propose': {
    en: (f) =>
      `${f.who} proposed${given(target(f), (to) => ` the target ${to}`)}${given(f.text('slo'), (slo) => ` for ${slo}`)} (${f.what}).`,
    ja: (f) =>
      `${f.who} が${given(f.text('slo'), (slo) => ` ${slo} の`)}目標${given(target(f), (to) => ` ${to} `)}を提案しました(${f.what})。`,
  },
  'slo.accept': {
    en: (f) =>
      `${f.who} agreed to ${subject(f)}${f.flag('agreed') ? `, so it is in force${given(f.moment('inForceFrom'), (from) => ` from ${from}`)}` : ''}.`,
    ja: (f) =>
      `${f.who} が ${subject(f)} に同意しました${f.flag('agreed') ? `。${given(f.moment('inForceFrom'), (from) => `${from} から`)}有効です` : ''}。`,
  },
  'slo.decline': {
    en: (f) => `${f.who} declined ${subject(f)}.`,
    ja: (f) => `${f.who} が ${subject(f)} を却下しました。`,
  },
  'slo.correct': {
    en: (f) =>
      `${f.who} asked for a correction${f.flag('retroactive') ? ' of past minutes' : ''} (${f.what}).`,
    ja: (f) =>
      `${f.who} が${f.flag('retroactive') ? '過去の期間の' : ''}補正を依頼しました(${f.what})。`,
  },
  'slo.uncorrect': {
    en: (f) =>
      `${f.who} ${f.text('state') === 'ended' ? 'ended' : 'took back'} the correction ${f.what}.`,
    ja: (f) =>
      `${f.who} が補正 ${f.what} を${f.text('state') === 'ended' ? '終了しました' : '取り消しました'}。`,
  },
};

function target(f: EntryFacts): string {
  const percent = f.number('target');
  return percent === null ? '' : formatPercent(percent);
}

/** The proposal or correction, with its target where it is one. */
function subject(f: EntryFacts): string {
  return `${f.what}${given(target(f), (to) => (f.language === 'ja' ? `(${to})` : ` (${to})`))}`;
}
