import type { Method, Window } from '@sekisho/objectives/budget';
import type { Report } from '@sekisho/objectives/report';
import type { Language, Pair } from '@sekisho/words/language';
import { formatSpan } from '@sekisho/words/time';

/** A whole or broken number with its thousands parted. */
export function count(value: number): string {
  const digits = Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

/** The share of good, cut and never rounded up: 99.99999 % must not read as 100 %. Null without events. */
export function sliText(total: number, bad: number): string | null {
  if (total === 0) return null;
  return `${(Math.floor(((total - bad) * 1e6) / total) / 1e4).toFixed(4)}%`;
}

/** A target as its author wrote it: 99.9%. */
export function targetText(target: number): string {
  return `${Number((target * 100).toPrecision(12))}%`;
}

/** A share as percent, with as many digits as tell something. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return '∞%';
  const value = share * 100;
  const size = Math.abs(value);
  const digits = size >= 10 || size === 0 ? 0 : size >= 1 ? 1 : 2;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits }).replace('-', '−')}%`;
}

/** The same with a sign where it says more than the number. */
export function signed(share: number): string {
  return share > 0 ? `+${percent(share)}` : percent(share);
}

/** A burn rate: 14.4×. */
export function times(burn: number | null): string {
  if (burn === null) return '–';
  const digits = burn >= 100 ? 0 : burn >= 10 ? 1 : 2;
  return `${burn.toLocaleString('en', { maximumFractionDigits: digits })}×`;
}

/** A span of minutes at a glance: `6 h 30 min`. */
export function span(minutes: number, language: Language): string {
  return formatSpan(minutes * 60, language);
}

const units = {
  day: { en: 'day', ja: '日' },
  week: { en: 'week', ja: '週' },
  month: { en: 'month', ja: 'か月' },
  quarter: { en: 'quarter', ja: '四半期' },
  year: { en: 'year', ja: '年' },
} as const satisfies Readonly<Record<string, Pair>>;

export function windowText(window: Window, language: Language): string {
  if (window.kind === 'rolling') return span(window.minutes, language);
  const unit = units[window.unit][language];
  return {
    en: `calendar ${window.count === 1 ? unit : `${window.count} ${unit}s`}, ${window.timeZone}`,
    ja: `暦の ${window.count} ${unit}、${window.timeZone}`,
  }[language];
}

/** What the budget is counted in. */
export function unitText(method: Method, language: Language): string {
  if (method.kind === 'occurrences') return { en: 'requests', ja: '件' }[language];
  const length = span(method.sliceMinutes, language);
  return { en: `slices of ${length}`, ja: `区間 (${length})` }[language];
}

/**
 * What remains of the budget, in minutes of full outage at the window's mean traffic; below zero
 * when it is overspent. Null when nothing was measured.
 */
export function outageMinutes({ budget, objective: { method } }: Report): number | null {
  if (method.kind !== 'occurrences') return budget.remaining * method.sliceMinutes;
  const measured = budget.coverage.measured / 60_000;
  return budget.total === 0 || measured === 0 ? null : (budget.remaining * measured) / budget.total;
}

/** English for so many of a thing. */
export function plural(value: number, thing: string): string {
  return `${count(value)} ${thing}${value === 1 ? '' : 's'}`;
}
