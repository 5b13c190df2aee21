import { foldDigits } from './digits.ts';
import { parseClock } from './parse-clock.ts';
import { parseDuration } from './parse-duration.ts';
import { momentOf, wallTime } from './zone.ts';

export interface MomentOptions {
  readonly now: Date;
  /** IANA zone of the reader. */
  readonly timeZone: string;
  /** Times and spans without a direction lie behind us: `14:30` is the last such time, `7d` is seven days ago. */
  readonly past?: boolean;
}

const dayWords: Readonly<Record<string, number>> = {
  today: 0,
  tomorrow: 1,
  yesterday: -1,
  今日: 0,
  本日: 0,
  明日: 1,
  あした: 1,
  明後日: 2,
  あさって: 2,
  昨日: -1,
  きのう: -1,
  一昨日: -2,
  おととい: -2,
};

/**
 * Reads a moment as people type it: ISO 8601, `14:30`, `tomorrow 9:00`, `明日 9時`, `11/21 14:30`, `+2h`, `2時間後`, `7d ago`.
 * Times without a zone are the reader's.
 * @returns null for anything else
 */
export function parseMoment(text: string, options: MomentOptions): Date | null {
  const folded = foldDigits(text).toLowerCase();
  if (folded.length > 60) return null;
  if (folded === 'now' || folded === '今') return options.now;
  return relative(folded, options) ?? absolute(text.trim()) ?? onWall(folded, options);
}

function relative(text: string, { now, past = false }: MomentOptions): Date | null {
  const forms: readonly (readonly [RegExp, number])[] = [
    [/^\+\s*(.+)$/, 1],
    [/^in\s+(.+)$/, 1],
    [/^(.+)後$/, 1],
    [/^-\s*(.+)$/, -1],
    [/^(.+?)\s+ago$/, -1],
    [/^(.+)前$/, -1],
    [/^(.+)$/, past ? -1 : 1],
  ];
  for (const [pattern, sign] of forms) {
    const span = pattern.exec(text)?.[1];
    const seconds = span === undefined ? null : parseDuration(span);
    if (seconds !== null) return new Date(now.getTime() + sign * seconds * 1000);
  }
  return null;
}

/** ISO 8601 with a zone; without one it is a wall time of the reader's. */
function absolute(text: string): Date | null {
  const iso = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?([Zz]|[+-]\d{2}:?\d{2})$/;
  if (!iso.test(text)) return null;
  const moment = new Date(
    text
      .toUpperCase()
      .replace(/^(\S{10}) /, '$1T')
      .replace(' ', ''),
  );
  return Number.isNaN(moment.getTime()) ? null : moment;
}

function onWall(text: string, options: MomentOptions): Date | null {
  const { day, rest } = splitDay(text, options);
  if (day === 'impossible') return null;
  const clock = rest === '' ? null : parseClock(rest);
  if (rest !== '' && clock === null) return null;
  if (day === null) return clock === null ? null : nearest(clock, options);
  const minutes = clock ?? 0;
  return momentOf(
    { ...day, hour: Math.floor(minutes / 60), minute: minutes % 60, second: 0 },
    options.timeZone,
  );
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function splitDay(
  text: string,
  { now, timeZone }: MomentOptions,
): { day: Day | null | 'impossible'; rest: string } {
  const today = wallTime(now, timeZone);
  for (const [word, days] of Object.entries(dayWords)) {
    if (!text.startsWith(word)) continue;
    return { day: { ...today, day: today.day + days }, rest: trimRest(text.slice(word.length)) };
  }
  const date = /^(?:(\d{4})[-/年])?(\d{1,2})[-/月](\d{1,2})(?:日|(?![\d:]))/.exec(text);
  if (date === null) return { day: null, rest: text };
  const [whole, year, month, day] = date;
  const read = { year: Number(year ?? today.year), month: Number(month), day: Number(day) };
  const rest = trimRest(text.slice(whole.length));
  return { day: exists(read) ? read : 'impossible', rest };
}

/** A day that only the arithmetic knows, such as 31 February, is a typing mistake. */
function exists({ year, month, day }: Day): boolean {
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  );
}

function trimRest(rest: string): string {
  return rest.replace(/^(?:t(?=\d)|\s|の|,|at\s)*/, '').replace(/に$/, '');
}

/** The next time (or with `past` the last time) a clock shows these minutes. */
function nearest(clock: number, { now, timeZone, past = false }: MomentOptions): Date {
  const today = wallTime(now, timeZone);
  const candidates = [-1, 0, 1].map((days) =>
    momentOf(
      {
        ...today,
        day: today.day + days,
        hour: Math.floor(clock / 60),
        minute: clock % 60,
        second: 0,
      },
      timeZone,
    ),
  );
  const fits = past
    ? candidates.filter((moment) => moment <= now).at(-1)
    : candidates.find((moment) => moment > now);
  return fits ?? now;
}
