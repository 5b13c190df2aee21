import type { Change, OutputOf, SloPage } from '@sekisho/contract';
import { heads, pageStateWords, sloHeads, sloPhrases } from '@sekisho/words/terminal';
import { formatMoment } from '@sekisho/words/time';
import { whyFired } from '@sekisho/words/why';
import { cleanLine } from './clean.ts';
import { budgetText, minutesText } from './slo-figures.ts';
import type { Style } from './style.ts';
import { facts, table } from './table.ts';

/** Alerts, one a line; a single one with all about it. */
export function pagesText(pages: OutputOf<'slo.pages'>, style: Style): string {
  const [only] = pages;
  if (only === undefined) return `${sloPhrases.noPages[style.language]}\n`;
  return pages.length === 1 ? pageCard(only, style) : pageTable(pages, style);
}

export function pageTable(pages: readonly SloPage[], style: Style): string {
  const { language } = style;
  return table<SloPage>(
    pages,
    [
      {
        title: heads.state[language],
        text: (page) => stateText(page, style),
        colour: ({ resolvedAt, untold }) => (resolvedAt === null && untold === null ? 'red' : null),
      },
      { title: heads.id[language], text: ({ id }) => id },
      { title: heads.slo[language], text: ({ slo }) => slo, flexible: true },
      {
        title: sloHeads.severity[language],
        text: ({ severity }) => pageStateWords[severity][language],
      },
      {
        title: sloHeads.fired[language],
        text: ({ firedAt }) => formatMoment(new Date(firedAt), style),
      },
      {
        title: sloHeads.why[language],
        text: ({ why }) => whyFired(why, language).join(' '),
        flexible: true,
      },
    ],
    style,
  );
}

function stateText({ resolvedAt, acknowledgedAt, untold }: SloPage, { language }: Style): string {
  const state = resolvedAt !== null ? 'resolved' : acknowledgedAt !== null ? 'acknowledged' : 'on';
  const name = pageStateWords[state][language];
  return untold === null ? name : `${name} (${pageStateWords[untold][language]})`;
}

/** One alert: why it fired, in arithmetic; when it began and clears; what changed around it. */
export function pageCard(page: SloPage, style: Style): string {
  const { language } = style;
  const word = (head: keyof typeof sloHeads) => sloHeads[head][language].toLowerCase();
  const moment = (at: string | null) => (at === null ? null : formatMoment(new Date(at), style));
  const { why, acknowledgedAt, acknowledgedBy } = page;
  const state = style.paint(stateText(page, style), page.resolvedAt === null ? 'red' : 'bold');
  const head = `${state}   ${cleanLine(page.id)}   ${cleanLine(page.slo)}\n`;
  const acknowledged =
    acknowledgedAt === null ? null : `${acknowledgedBy ?? ''} · ${moment(acknowledgedAt) ?? ''}`;
  const lines = facts(
    [
      [word('severity'), pageStateWords[page.severity][language]],
      [word('why'), whyFired(why, language).join(' ')],
      [word('fired'), moment(page.firedAt)],
      [word('began'), moment(why.beganAt)],
      [word('budget'), why.budget === null ? null : budgetText(why.budget.remainingShare, style)],
      [word('spentAt'), moment(why.spentAt)],
      [word('resetsAt'), moment(why.resetsAt)],
      [word('clearsBy'), page.resolvedAt === null ? moment(why.clearsBy) : null],
      [pageStateWords.resolved[language], moment(page.resolvedAt)],
      [word('acknowledged'), acknowledged],
      [word('incident'), page.incident],
    ],
    style,
  );
  return head + lines + changedTable(page.changed, style);
}

/** How long before it began something changed; with a minus, how long after. */
function apart(minutesBefore: number, language: Style['language']): string {
  const span = minutesText(Math.abs(minutesBefore), language);
  return minutesBefore < 0 ? `−${span}` : span;
}

function changedTable(changed: readonly Change[], style: Style): string {
  if (changed.length === 0) return '';
  const { language } = style;
  return `\n${table<Change>(
    changed,
    [
      { title: sloHeads.changed[language], text: ({ action }) => action },
      { title: heads.at[language], text: ({ at }) => formatMoment(new Date(at), style) },
      {
        title: sloHeads.before[language],
        text: ({ minutesBefore }) => apart(minutesBefore, language),
        right: true,
      },
      { title: heads.actor[language], text: ({ actor }) => actor.id, flexible: true },
      {
        title: heads.subject[language],
        text: ({ lease, subject, environment }) => lease ?? subject ?? environment ?? '',
        flexible: true,
      },
    ],
    style,
  )}`;
}
