import type { Agreed, Correction, OutputOf, Targets } from '@sekisho/contract';
import {
  type AgreementReader,
  agreedText,
  agreementGlyph,
  agreementStateName,
  askedText,
  formatPercent,
  needsText,
  subjectText,
  whenText,
} from '@sekisho/words/leases';
import { heads, phrases } from '@sekisho/words/terminal';
import { formatMoment, formatRelative } from '@sekisho/words/time';
import { cleanLine } from './clean.ts';
import type { Style } from './style.ts';
import { facts, table } from './table.ts';

const readerOf = (style: Style): AgreementReader => ({ ...style, nameOf: (id) => id });

function stateOf({ state }: Agreed, style: Style): string {
  const name = agreementStateName(state, style.language);
  return style.glyphs ? `${agreementGlyph(state)} ${name}` : name;
}

/** One proposal or correction: what, when, who asked and why, who agreed, who still must. */
export function agreedCard(agreed: Agreed, style: Style): string {
  const { language } = style;
  const reader = readerOf(style);
  const word = (head: keyof typeof heads) => heads[head][language].toLowerCase();
  const head = `${style.paint(stateOf(agreed, style), 'bold')}   ${cleanLine(agreed.id)}   `;
  return `${head}${cleanLine(subjectText(agreed, language))}\n${facts(
    [
      [word('action'), askedText(agreed, language)],
      [word('when'), whenText(agreed, reader)],
      [word('asked'), agreed.askedBy],
      [word('reason'), agreed.reason],
      [
        word('approval'),
        [agreedText(agreed, reader), needsText(agreed, reader)].filter(Boolean).join(' · ') || null,
      ],
      [word('ends'), endText(agreed, style)],
    ],
    style,
  )}`;
}

/** How an answered one ended, or when an open one lapses. */
function endText({ state, lapsesAt, endedAt, endedBy, endReason }: Agreed, style: Style) {
  if (state === 'open') return formatRelative(new Date(lapsesAt), style);
  if (endedAt === null) return null;
  return [formatMoment(new Date(endedAt), style), endedBy, endReason].filter(Boolean).join(' · ');
}

/** Targets in force and proposals, one a line, and where a file says otherwise. */
export function targetsText(
  { targets, proposals }: OutputOf<'slo.proposals'>,
  style: Style,
): string {
  const { language } = style;
  if (targets.length === 0) return `${phrases.noSlos[language]}\n`;
  const rows = targets.flatMap((one) => one.history.map((entry) => ({ slo: one.slo, ...entry })));
  const shown = table(
    rows,
    [
      { title: heads.slo[language], text: ({ slo }) => slo, flexible: true },
      { title: heads.target[language], text: ({ target }) => formatPercent(target), right: true },
      {
        title: heads.from[language],
        text: ({ from }) =>
          from === null ? phrases.fromBeginning[language] : formatMoment(new Date(from), style),
      },
      {
        title: heads.agreed[language],
        text: ({ agreedBy, proposal }) =>
          proposal === null ? phrases.fromFile[language] : agreedBy.join(', '),
        flexible: true,
      },
      { title: heads.reason[language], text: ({ reason }) => reason ?? '', flexible: true },
    ],
    style,
  );
  const open = proposals.filter(({ state }) => state === 'open');
  const cards = open.map((proposal) => `\n${agreedCard(proposal, style)}`);
  return [shown, ...targets.flatMap((one) => differenceText(one, style)), ...cards].join('');
}

function differenceText({ slo, differs, fileTarget, history }: Targets, style: Style): string[] {
  const agreed = history.at(-1)?.target;
  if (!differs || agreed === undefined) return [];
  const text = phrases.fileDiffers[style.language]
    .replace('{file}', formatPercent(fileTarget))
    .replace('{agreed}', formatPercent(agreed));
  return [style.paint(`${cleanLine(slo)}: ${text}\n`, 'yellow')];
}

/** Corrections, one a line. */
export function correctionTable(corrections: readonly Correction[], style: Style): string {
  const { language } = style;
  if (corrections.length === 0) return `${phrases.noCorrections[language]}\n`;
  const reader = readerOf(style);
  return table(
    corrections,
    [
      { title: heads.id[language], text: ({ id }) => id },
      { title: heads.state[language], text: (one) => stateOf(one, style) },
      { title: heads.slo[language], text: (one) => subjectText(one, language), flexible: true },
      { title: heads.when[language], text: (one) => whenText(one, reader), flexible: true },
      { title: heads.asked[language], text: ({ askedBy }) => askedBy, flexible: true },
      { title: heads.reason[language], text: ({ reason }) => reason, flexible: true },
    ],
    style,
  );
}
