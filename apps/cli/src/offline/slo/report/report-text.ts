import type { Bucket, ExplainedFiring, Report } from '@sekisho/objectives/report';
import { padEnd, truncate } from '@sekisho/words/width';
import { cleanLine } from '../../../print/clean.ts';
import type { Style } from '../../../print/style.ts';
import { facts, table } from '../../../print/table.ts';
import { alertNotes, alertsLabel } from './alerts-note.ts';
import { curveText } from './curve-text.ts';
import { count, percent, plural, sliText, span, targetText, windowText } from './figures.ts';
import { tierText, whyText } from './firing-words.ts';
import { partColumns, weighedText } from './part-rows.ts';
import type { Reported } from './reported.ts';
import { standingOf } from './standing.ts';
import {
  budgetText,
  burnsText,
  coverageText,
  momentText,
  outageText,
  outlookText,
} from './summary-words.ts';
import { deadText, nameOf } from './titles.ts';
import { labels } from './words.ts';
import { wrap } from './wrap.ts';

const firingsShown = 12;
const heldShown = 3;
const routesShown = 8;

/** One report for people, no wider than the terminal. */
export function reportText(reported: Reported, style: Style): string {
  const { report } = reported;
  const parts = [
    headText(reported, style),
    partsText(report, style),
    curvePart(report, style),
    alertsText(reported, style),
    heldText(report, style),
    worstText(report.worstHours, style),
    routesText(report, style),
  ];
  return `${parts.filter((part) => part !== '').join('\n')}`;
}

function headText(reported: Reported, style: Style): string {
  const { report, promised } = reported;
  const { language } = style;
  const { budget, logs, objective } = report;
  const name = style.paint(cleanLine(nameOf(promised, language)), 'bold');
  const target = `${targetText(report.target)} / ${windowText(objective.window, language)}`;
  const span = `${momentText(logs.span.from, style)} – ${momentText(logs.span.to, style)}`;
  const head = facts(
    [
      [labels.service[language], promised.service],
      [labels.sli[language], sliText(budget.total, budget.bad) ?? labels.noEvents[language]],
      [labels.budget[language], budgetText(report, language)],
      [labels.outage[language], outageText(report, language)],
      [labels.burnNow[language], burnsText(report, language)],
      [labels.outlook[language], outlookText(report, style)],
      [labels.logs[language], span],
      [labels.covered[language], coverageText(report, language)],
    ],
    style,
  );
  const { glyph, colour } = standingOf(report);
  const mark = style.glyphs ? style.paint(`${glyph} `, colour) : '';
  const dead = deadText(report, language);
  const warning = dead === null ? '' : `${style.paint(wrap(dead, style.width, ''), 'yellow')}\n`;
  return `${mark}${name}   ${target}\n${head}${warning}`;
}

function partsText(report: Report, style: Style): string {
  const { language } = style;
  if (report.parts.length === 0) return '';
  const columns = partColumns(language).map((one) => ({ ...one, flexible: !one.right }));
  const text = weighedText(report, language);
  const note = text === '' ? '' : `${wrap(text, style.width, '')}\n`;
  return `${style.paint(labels.parts[language], 'bold')}\n${table(report.parts, columns, style)}${note}`;
}

function curvePart(report: Report, style: Style): string {
  const line = curveText(report, style, Math.min(style.width, 100));
  return line === '' ? '' : `${style.paint(labels.curve[style.language], 'bold')}\n${line}\n`;
}

function alertsText({ report: { firings }, promised }: Reported, style: Style): string {
  const { language } = style;
  const lead = alertNotes(promised, language).map(
    (note) => `${wrap(cleanLine(note), style.width, '')}\n`,
  );
  const notes = lead.join('');
  const isOff = promised.alerts?.mode === 'off';
  if (firings.length === 0) return isOff ? notes : `${labels.noAlerts[language]}\n${notes}`;
  const pages = firings.filter(({ severity }) => severity === 'page').length;
  const counts = {
    en: `${plural(pages, 'page')}, ${plural(firings.length - pages, 'ticket')}`,
    ja: `ページ ${pages} 件、チケット ${firings.length - pages} 件`,
  }[language];
  const title = labels[alertsLabel(promised)][language];
  const head = `${style.paint(title, 'bold')}: ${counts}\n`;
  // Pages wake people, so they are shown first when not all can be.
  const kept = new Set(
    firings
      .toSorted((a, b) => a.severity.localeCompare(b.severity) || a.firedAt - b.firedAt)
      .slice(0, firingsShown),
  );
  const lines = firings.filter((one) => kept.has(one)).map((one) => firingText(one, style));
  return `${head}${notes}${lines.join('')}${moreText(firings.length - firingsShown, style)}`;
}

function firingText(firing: ExplainedFiring, style: Style): string {
  const { language } = style;
  const { severity, firedAt, resolvedAt } = firing;
  const mark = style.glyphs ? (severity === 'page' ? '▲ ' : '○ ') : '';
  const kind = padEnd(labels[severity][language], 6);
  const length =
    resolvedAt === null
      ? labels.stillOn[language]
      : `${labels.forLong[language]} ${span(resolvedAt - firedAt, language)}`;
  const head = `${mark}${style.paint(kind, severity === 'page' ? 'red' : 'yellow')}  ${momentText(firedAt, style)}  ${length}  ${tierText(firing, language)}`;
  return `${truncateLine(head, style)}\n${wrap(whyText(firing, language), style.width, '  ')}\n`;
}

function heldText({ held }: Report, style: Style): string {
  const { language } = style;
  if (held.length === 0) return '';
  const head = `${style.paint(labels.heldBack[language], 'bold')}: ${count(held.length)}\n`;
  const lines = held.slice(0, heldShown).map((one) => {
    const when = `${momentText(one.firedAt, style)}  ${tierText(one, language)}`;
    return `${when}\n${wrap(whyText(one, language), style.width, '  ')}\n`;
  });
  return `${head}${lines.join('')}${moreText(held.length - heldShown, style)}`;
}

function worstText(hours: readonly Bucket[], style: Style): string {
  const { language } = style;
  if (hours.length === 0) return '';
  const columns = [
    { title: labels.hour[language], text: ({ from }: Bucket) => momentText(from, style) },
    {
      title: labels.requests[language],
      text: (row: Bucket) => count(row.good + row.bad),
      right: true,
    },
    { title: labels.failed[language], text: ({ bad }: Bucket) => count(bad), right: true },
    {
      title: labels.sli[language],
      text: ({ good, bad }: Bucket) => sliText(good + bad, bad) ?? '',
      right: true,
    },
  ];
  return `${style.paint(labels.worst[language], 'bold')}\n${table(hours, columns, style)}`;
}

function routesText({ routes }: Report, style: Style): string {
  const { language } = style;
  if (routes.length === 0) return '';
  const failed = routes.reduce((sum, { bad }) => sum + bad, 0);
  type Row = Report['routes'][number];
  const columns = [
    { title: labels.route[language], text: ({ name }: Row) => name, flexible: true },
    {
      title: labels.requests[language],
      text: (row: Row) => count(row.good + row.bad),
      right: true,
    },
    { title: labels.failed[language], text: ({ bad }: Row) => count(bad), right: true },
    {
      title: labels.share[language],
      text: ({ bad }: Row) => (failed === 0 ? '' : percent(bad / failed)),
      right: true,
    },
    {
      title: labels.sli[language],
      text: ({ good, bad }: Row) => sliText(good + bad, bad) ?? '',
      right: true,
    },
  ];
  const head = style.paint(labels.routes[language], 'bold');
  const rows = routes.slice(0, routesShown);
  return `${head}\n${table(rows, columns, style)}${moreText(routes.length - routesShown, style)}`;
}

function moreText(more: number, style: Style): string {
  if (more <= 0) return '';
  const text = {
    en: `and ${more} more (all with --json)`,
    ja: `ほか ${more} 件 (--json ですべて表示)`,
  };
  return `${style.paint(text[style.language], 'dim')}\n`;
}

function truncateLine(line: string, style: Style): string {
  return style.coloured ? line : truncate(line, style.width);
}
