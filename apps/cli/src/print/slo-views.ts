import type { Language, OutputOf, SloSummary } from '@sekisho/contract';
import { heads, sloGlyphs, sloHeads, sloPhrases, sloStateWords } from '@sekisho/words/terminal';
import { formatMoment } from '@sekisho/words/time';
import { agreedHoldsText, sourceTrouble } from '@sekisho/words/why';
import { wrap } from '../offline/slo/report/wrap.ts';
import { cleanLine } from './clean.ts';
import { fill } from './fill.ts';
import {
  budgetColour,
  budgetText,
  countText,
  minutesText,
  ninesText,
  shareText,
  timesText,
  windowText,
} from './slo-figures.ts';
import { pageTable } from './slo-page-views.ts';
import { partTable } from './slo-part-table.ts';
import type { Colour, Style } from './style.ts';
import { facts, table } from './table.ts';
import { tierTable } from './tier-table.ts';

/** SLOs, one a line, the lowest budget first. */
export function sloTable(slos: OutputOf<'slo.list'>, style: Style): string {
  const { language } = style;
  if (slos.length === 0) return `${sloPhrases.noneFits[language]}\n`;
  return table<SloSummary>(
    slos,
    [
      {
        title: heads.state[language],
        text: (slo) => stateText(slo, style),
        colour: ({ state }) => stateColours[state],
      },
      { title: heads.slo[language], text: ({ id }) => id },
      {
        title: sloHeads.budget[language],
        text: ({ remainingShare }) => budgetText(remainingShare, style),
        colour: ({ remainingShare }) => budgetColour(remainingShare),
      },
      { title: sloHeads.burn[language], text: ({ burn }) => timesText(burn), right: true },
      { title: sloHeads.sli[language], text: ({ sli }) => ninesText(sli), right: true },
      { title: heads.target[language], text: ({ target }) => ninesText(target), right: true },
      {
        title: sloHeads.coverage[language],
        text: ({ coverage }) => shareText(coverage),
        right: true,
      },
      {
        title: sloHeads.window[language],
        text: ({ window }) => windowText(window, language),
        flexible: true,
      },
    ],
    style,
  );
}

const stateColours: Readonly<Record<SloSummary['state'], Colour | null>> = {
  ...{ firing: 'red', 'no-data': 'yellow', spent: 'red', burning: 'yellow' },
  ...{ low: 'yellow', well: 'green', waiting: 'dim' },
};

function stateText({ state }: SloSummary, { language, glyphs: wanted }: Style): string {
  const name = sloStateWords[state][language];
  return wanted ? `${sloGlyphs[state]} ${name}` : name;
}

/** One SLO: its budget with and without corrections, what comes of it, its alerts, its pages. */
export function sloCard(slo: OutputOf<'slo.show'>, style: Style): string {
  const { language } = style;
  const word = (head: keyof typeof sloHeads) => sloHeads[head][language].toLowerCase();
  const moment = (at: string | null | undefined) =>
    at === null || at === undefined ? null : formatMoment(new Date(at), style);
  const state = style.paint(stateText(slo, style), stateColours[slo.state] ?? 'bold');
  const head = `${state}   ${cleanLine(slo.displayName ?? slo.id)}   ${cleanLine(slo.service)}\n`;
  const { budget } = slo;
  const events =
    budget === null
      ? sloPhrases.nothingJudged[language]
      : fill(sloPhrases.failedOf[language], {
          bad: countText(budget.bad),
          allowed: countText(budget.allowed),
        });
  const corrected = slo.correctedMinutes > 0;
  const lines = facts(
    [
      [heads.slo[language], slo.id],
      [word('budget'), budgetText(slo.remainingShare, style)],
      [word('raw'), corrected ? budgetText(slo.rawRemainingShare, style) : null],
      [word('failed'), events],
      [sloHeads.sli[language], `${ninesText(slo.sli)} / ${ninesText(slo.target)}`],
      [word('burn'), timesText(slo.burn)],
      [word('coverage'), shareText(slo.coverage)],
      [word('window'), windowText(slo.window, language)],
      [word('spentAt'), moment(slo.outlook?.spentAt)],
      [word('recoversAt'), moment(slo.outlook?.recoversAt)],
      [word('resetsAt'), moment(slo.outlook?.resetsAt)],
      [word('judged'), moment(slo.asOf)],
      [word('source'), sourceText(slo, language)],
      [word('declared'), `${slo.file}:${slo.line}`],
    ],
    style,
  );
  const parts = slo.parts.length === 0 ? '' : `\n${partTable(slo.parts, style)}`;
  const tiers = slo.tiers.length === 0 ? '' : `\n${tierTable(slo.tiers, style)}`;
  const pages = slo.pages.length === 0 ? '' : `\n${pageTable(slo.pages, style)}`;
  return head + lines + differsText(slo, style) + parts + tiers + pages;
}

/** That the file says another target than was agreed, and what to do about it. */
function differsText(
  { id, fileDiffers }: OutputOf<'slo.show'>,
  { language, width }: Style,
): string {
  const told = fileDiffers ?? null; // an older server does not say
  if (told === null) return '';
  const [file, agreed] = [ninesText(told.file), ninesText(told.agreed)];
  return `${wrap(`▲ ${agreedHoldsText(file, agreed, id, language)}`, width, '  ')}\n`;
}

/** The source, and what keeps it from being read, in its own words. */
function sourceText({ source, sourceHealth }: OutputOf<'slo.show'>, language: Language): string {
  const trouble = sourceTrouble(sourceHealth, language);
  return trouble === null ? source : `${source}: ${trouble}`;
}

const historyRows = 24;

/** A budget over time, a bar a line; neighbouring points share a line where there are many. */
export function sloHistory(history: OutputOf<'slo.history'>, style: Style): string {
  const { language } = style;
  const { points } = history;
  const each = Math.max(Math.ceil(points.length / historyRows), 1);
  const rows = Array.from({ length: Math.ceil(points.length / each) }, (_, row) => {
    const some = points.slice(row * each, (row + 1) * each);
    const sum = (of: (point: (typeof some)[number]) => number) =>
      some.reduce((all, point) => all + of(point), 0);
    const { at, remainingShare } = some.at(-1) ?? { at: history.to, remainingShare: null };
    const [good, bad] = [sum((point) => point.good), sum((point) => point.bad)];
    return { at, remainingShare, good, bad, coverage: sum((one) => one.coverage) / some.length };
  });
  const word = (head: keyof typeof sloHeads) => sloHeads[head][language];
  const head = `${cleanLine(history.id)}   ${minutesText(history.bucketMinutes * each, language)}\n`;
  return (
    head +
    table<(typeof rows)[number]>(
      rows,
      [
        { title: word('until'), text: ({ at }) => formatMoment(new Date(at), style) },
        {
          title: word('budget'),
          text: ({ remainingShare }) => budgetText(remainingShare, style),
          colour: ({ remainingShare }) => budgetColour(remainingShare),
        },
        { title: word('good'), text: ({ good }) => countText(good), right: true },
        { title: word('bad'), text: ({ bad }) => countText(bad), right: true },
        { title: word('coverage'), text: ({ coverage }) => shareText(coverage), right: true },
      ],
      style,
    )
  );
}
