import type { ExplainedFiring } from '@sekisho/objectives/report';
import { alertNotes, alertsLabel } from '../alerts-note.ts';
import { count, percent, sliText, span, targetText, windowText } from '../figures.ts';
import { tierText, whyText } from '../firing-words.ts';
import { partColumns, weighedText } from '../part-rows.ts';
import type { Reported } from '../reported.ts';
import { standingOf } from '../standing.ts';
import {
  budgetText,
  burnsText,
  coverageText,
  momentText,
  outageText,
  outlookText,
  type Reader,
} from '../summary-words.ts';
import { deadText, nameOf } from '../titles.ts';
import { labels } from '../words.ts';
import { budgetPlot } from './budget-plot.ts';
import { burnPlots } from './burn-plot.ts';
import { escape } from './escape.ts';
import { coverageStrip, eventPlots } from './event-plots.ts';
import { htmlTable } from './html-table.ts';

const heldShown = 10;

/** One SLO of the page. */
export function section(reported: Reported, reader: Reader): string {
  const { report } = reported;
  const { language } = reader;
  const plot = (title: keyof typeof labels, content: string, note = '') =>
    `<figure><figcaption>${labels[title][language]}${note === '' ? '' : `<span>${escape(note)}</span>`}</figcaption>${content}</figure>`;
  const marks =
    report.firings.length === 0 ? '' : `▲ ${labels.page[language]}  ○ ${labels.ticket[language]}`;
  const holes = report.logs.holes.length === 0 ? '' : `▨ ${labels.hole[language]}`;
  return `<section class="slo">${head(reported, reader)}
${plot('curve', budgetPlot(report, reader), marks)}
${plot('events', eventPlots(report, reader))}
${plot('coverage', coverageStrip(report, reader), [coverageText(report, language), holes].filter(Boolean).join(' · '))}
${plot('burns', burnPlots(report, reader))}
${alerts(reported, reader)}
<div class="tables">${tables(reported, reader)}</div></section>`;
}

function head({ promised, report }: Reported, reader: Reader): string {
  const { language } = reader;
  const { budget, objective } = report;
  const { kind, glyph, words } = standingOf(report);
  const state = `${glyph} ${words[language]}`;
  const promise = `${labels.target[language]} ${targetText(report.target)} / ${windowText(objective.window, language)}`;
  const mark = kind === 'within' ? '' : ` ${kind}`;
  const facts: readonly (readonly [string, string | null, string])[] = [
    [
      labels.sli[language],
      sliText(budget.total, budget.bad) ?? labels.noEvents[language],
      'figure',
    ],
    [
      labels.left[language],
      budget.remainingShare === null ? '–' : percent(budget.remainingShare),
      `figure${mark}`,
    ],
    [labels.budget[language], budgetText(report, language), ''],
    [labels.outage[language], outageText(report, language), ''],
    [labels.burnNow[language], burnsText(report, language), ''],
    [labels.outlook[language], outlookText(report, reader), ''],
    [labels.service[language], promised.service, ''],
  ];
  const list = facts
    .filter(([, value]) => value !== null)
    .map(
      ([name, value, kind]) =>
        `<div><dt>${escape(name)}</dt><dd class="${kind}">${escape(value ?? '')}</dd></div>`,
    );
  const dead = deadText(report, language);
  const weighed = weighedText(report, language);
  return `<div class="head"><h2>${escape(nameOf(promised, language))}</h2><span class="soft">${escape(promise)}</span><span class="state${mark}">${state}</span></div>
<dl class="facts">${list.join('')}</dl>${dead === null ? '' : `<p class="warning">${escape(dead)}</p>`}${weighed === '' ? '' : `<p class="soft">${escape(weighed)}</p>`}`;
}

function alerts({ report, promised }: Reported, reader: Reader): string {
  const { language } = reader;
  const { firings, held } = report;
  const told =
    firings.length === 0
      ? `<p>${labels.noAlerts[language]}</p>`
      : `<ol class="alerts">${firings.map((one) => alert(one, `is-${one.severity}`, reader)).join('')}</ol>`;
  const shown = held.slice(0, heldShown).map((one) => alert(one, 'is-held', reader));
  const back =
    held.length === 0
      ? ''
      : `<h3>${labels.heldBack[language]}: ${count(held.length)}</h3><ol class="alerts">${shown.join('')}</ol>`;
  const notes = alertNotes(promised, language).map((note) => `<p>${escape(note)}</p>`);
  return `<h3>${labels[alertsLabel(promised)][language]}</h3>${notes.join('')}${told}${back}`;
}

function alert(firing: ExplainedFiring, kind: string, reader: Reader): string {
  const { language } = reader;
  const { severity, firedAt, resolvedAt } = firing;
  const length =
    resolvedAt === null
      ? labels.stillOn[language]
      : `${labels.forLong[language]} ${span(resolvedAt - firedAt, language)}`;
  const mark =
    kind === 'is-held'
      ? ''
      : `<b>${severity === 'page' ? '▲' : '○'} ${labels[severity][language]}</b>`;
  const tail = kind === 'is-held' ? '' : `${length} · `;
  return `<li class="${kind}">${mark}<span class="when">${escape(momentText(firedAt, reader))}</span><span class="soft">${escape(tail + tierText(firing, language))}</span><p>${escape(whyText(firing, language))}</p></li>`;
}

function tables({ report }: Reported, reader: Reader): string {
  const { language } = reader;
  const counts = (good: number, bad: number) => [
    count(good + bad),
    count(bad),
    sliText(good + bad, bad) ?? '',
  ];
  const heads = (first: 'hour' | 'route') =>
    ([first, 'requests', 'failed', 'sli'] as const).map((name) => labels[name][language]);
  const hours = report.worstHours.map(({ from, good, bad }) => {
    return [momentText(from, reader), ...counts(good, bad)];
  });
  const routes = report.routes.map(({ name, good, bad }) => [name, ...counts(good, bad)]);
  const parts = partColumns(language);
  return [
    htmlTable(
      labels.parts[language],
      parts.map(({ title }) => title),
      report.parts.map((part) => parts.map(({ text }) => text(part))),
    ),
    htmlTable(labels.worst[language], heads('hour'), hours),
    htmlTable(labels.routes[language], heads('route'), routes),
  ].join('');
}
