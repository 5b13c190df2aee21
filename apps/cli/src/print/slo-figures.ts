import type { Language, SloWindow } from '@sekisho/contract';
import { formatDuration } from '@sekisho/words/time';
import type { Colour, Style } from './style.ts';

const barCells = 6;

/** A share as percent with as many digits as say something: `61%`, `-12%`, `0.1%`. */
export function shareText(share: number | null): string {
  if (share === null) return '–';
  const percent = share * 100;
  const size = Math.abs(percent);
  if (size === 0 || size >= 10) return `${Math.round(percent)}%`;
  return `${Number(percent.toPrecision(2))}%`;
}

/** A target or an SLI, whose nines count: cut, not rounded up to a hundred. */
export function ninesText(share: number | null): string {
  return share === null ? '–' : `${Math.floor(Number((share * 100).toFixed(9)) * 1000) / 1000}%`;
}

export function timesText(burn: number | null): string {
  if (burn === null) return '–';
  return `${burn >= 10 ? Math.round(burn) : Number(burn.toPrecision(2))}×`;
}

/** A count; parts of an event (assumed ones) are rounded. */
export function countText(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}

/** What is left of a budget as a bar and a figure; an overspent one has no bar left. */
export function budgetText(share: number | null, { glyphs }: Style): string {
  if (share === null) return '–';
  const full = Math.round(Math.min(Math.max(share, 0), 1) * barCells);
  const [some, none] = glyphs ? ['█', '░'] : ['#', '.'];
  return `${some.repeat(full)}${none.repeat(barCells - full)} ${shareText(share).padStart(5)}`;
}

export function budgetColour(share: number | null): Colour | null {
  if (share === null || share > 0.25) return null;
  return share <= 0 ? 'red' : 'yellow';
}

export function minutesText(minutes: number, language: Language): string {
  return formatDuration(Math.round(minutes) * 60, language);
}

const units = {
  day: { en: 'day', ja: '日' },
  week: { en: 'week', ja: '週' },
  month: { en: 'month', ja: '月' },
  quarter: { en: 'quarter', ja: '四半期' },
  year: { en: 'year', ja: '年' },
} as const;

export function windowText({ minutes, unit, count, timeZone }: SloWindow, language: Language) {
  if (unit === null) return minutesText(minutes ?? 0, language);
  return `${count === 1 ? '' : `${count} `}${units[unit][language]} (${timeZone ?? 'UTC'})`;
}
