import type { Language, SloWindow } from '@sekisho/contract';
import { shareText } from '@sekisho/words/terminal';
import { formatDuration } from '@sekisho/words/time';
import type { Colour, Style } from './style.ts';

export { countText, ninesText, shareText, timesText } from '@sekisho/words/terminal';

const barCells = 6;

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
