import type { Language } from '../language.ts';
import { formatSpan } from './format-duration.ts';
import { cachedFormat, wallTime } from './zone.ts';

export interface FormatMomentOptions {
  readonly language: Language;
  /** IANA zone of the reader. */
  readonly timeZone: string;
  /** Leaves the day out when it is this day's. */
  readonly now?: Date;
  readonly seconds?: boolean;
  /** Says the day even when it is this day's: what is told will be read on another. */
  readonly withDay?: boolean;
}

/** A moment in the reader's zone: `14:30 JST`, `Nov 21 14:30 JST`, `11/21 14:30 JST`; with its year when that is another. */
export function formatMoment(moment: Date, options: FormatMomentOptions): string {
  const { timeZone, language, now } = options;
  const wall = wallTime(moment, timeZone);
  const today = now === undefined ? null : wallTime(now, timeZone);
  const sameYear = today !== null && today.year === wall.year;
  const sameDay = sameYear && today.month === wall.month && today.day === wall.day;
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(wall.hour)}:${two(wall.minute)}${options.seconds === true ? `:${two(wall.second)}` : ''}`;
  const day =
    sameDay && options.withDay !== true
      ? ''
      : `${formatDay(moment, { timeZone, language, withYear: !sameYear })} `;
  return `${day}${clock} ${zoneName(moment, timeZone)}`;
}

/** The day of a moment in the reader's zone: `Nov 21`, `11/21`, with the year `Nov 21, 2026`, `2026/11/21`. */
export function formatDay(
  moment: Date,
  {
    timeZone,
    language,
    withYear = false,
  }: { timeZone: string; language: Language; withYear?: boolean },
): string {
  const options: Intl.DateTimeFormatOptions = {
    timeZone,
    month: language === 'ja' ? 'numeric' : 'short',
    day: 'numeric',
    ...(withYear ? { year: 'numeric' } : {}),
  };
  return cachedFormat(language === 'ja' ? 'ja-JP' : 'en-US', options).format(moment);
}

/**
 * Relative first, exact behind it: `in 42 min · 14:30 JST`, 「残り 42 分 · 14:30 JST」.
 * A deadline says what is left of it in Japanese; another event says 「42 分後」.
 */
export function formatRelative(
  moment: Date,
  options: FormatMomentOptions & { readonly now: Date; readonly sense?: 'deadline' | 'event' },
): string {
  return `${formatDistance(moment, options)} · ${formatMoment(moment, options)}`;
}

/** The relative half alone: `in 42 min`, `3 h ago`, 「残り 42 分」, 「3 時間前」. */
export function formatDistance(
  moment: Date,
  {
    language,
    now,
    sense = 'deadline',
  }: { language: Language; now: Date; sense?: 'deadline' | 'event' },
): string {
  const seconds = (moment.getTime() - now.getTime()) / 1000;
  const span = formatSpan(Math.abs(seconds), language);
  if (Math.abs(seconds) < 1) return language === 'ja' ? 'いま' : 'now';
  if (language === 'en') return seconds > 0 ? `in ${span}` : `${span} ago`;
  if (seconds < 0) return `${span}前`;
  return sense === 'deadline' ? `残り ${span}` : `${span}後`;
}

/** No one locale knows every abbreviation: ja-JP knows JST, en-GB knows CET, en-US knows PST. */
const zoneLocales = ['en-US', 'ja-JP', 'en-GB', 'en-AU', 'en-IN'];

/** Name of the zone at that moment as people write it: `JST`, `CEST`, `UTC`, else `GMT+5:45`. */
export function zoneName(moment: Date, timeZone: string): string {
  const names = zoneLocales.map(
    (locale) =>
      cachedFormat(locale, { timeZone, timeZoneName: 'short' })
        .formatToParts(moment)
        .find(({ type }) => type === 'timeZoneName')?.value,
  );
  const known = names.find((name) => name !== undefined && /^[A-Z]{2,5}$/.test(name));
  return known ?? names[0] ?? timeZone;
}
