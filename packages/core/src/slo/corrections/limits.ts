import { BadCorrection, maskOf, type Once, type Recurring } from '@sekisho/objectives/corrections';
import { isoOf, type Minute, minutesPerDay, type Span } from '@sekisho/objectives/minutes';
import { badCorrection } from './read-when.ts';

const longestDays = 31;
const longestTimeDays = 7;
const farthestBackDays = 400;
const farthestAheadDays = 366;
const yearDays = 366;
/** A promise that does not count for most of the time is none. */
const mostShare = 0.5;

const days = (count: number) => count * minutesPerDay;

/**
 * Judges the minutes of a correction, and answers whether some of them have begun already.
 *
 * Errors: `bad-correction` for what is too long, too far away, too often or cannot be carried out.
 */
export function judgeWhen(when: Once | Recurring, now: Minute): { readonly retroactive: boolean } {
  return when.kind === 'once' ? judgeOnce(when, now) : judgeRecurring(when, now);
}

function judgeOnce({ from, to }: Once, now: Minute) {
  const span = `${isoOf(from)} – ${isoOf(to)}`;
  if (to - from > days(longestDays)) throw badCorrection('too-long', span, String(longestDays));
  if (now - from > days(farthestBackDays))
    throw badCorrection('too-far-back', isoOf(from), String(farthestBackDays));
  if (from - now > days(farthestAheadDays))
    throw badCorrection('too-far-ahead', isoOf(from), String(farthestAheadDays));
  return { retroactive: from < now };
}

function judgeRecurring(when: Recurring, now: Minute) {
  if (when.minutes < 1 || when.minutes > days(longestTimeDays))
    throw badCorrection('occurrence-too-long', `${when.minutes} min`, String(longestTimeDays));
  const first = firstSpan(when, now);
  if (now - first.from > days(farthestBackDays))
    throw badCorrection('too-far-back', isoOf(first.from), String(farthestBackDays));
  if (first.from - now > days(farthestAheadDays))
    throw badCorrection('too-far-ahead', isoOf(first.from), String(farthestAheadDays));
  const year = { from: first.from, to: first.from + days(yearDays) };
  const share = sumOf(spans(when, year)) / (year.to - year.from);
  if (share > mostShare) throw badCorrection('too-much', percent(share), percent(mostShare));
  return { retroactive: first.from < now };
}

/** The first time that a rule comes, looked for year by year so that a frequent one costs little. */
function firstSpan(when: Recurring, now: Minute): Span {
  const begin = startMinute(when, now);
  for (let year = 0; year < 5; year += 1) {
    const from = begin + days(yearDays * year);
    const [first] = spans(when, { from, to: from + days(yearDays) });
    if (first !== undefined) return first;
  }
  throw badCorrection('never', when.rule);
}

/** Around its start: a day before, so that no time zone hides the first one. */
function startMinute({ start }: Recurring, now: Minute): Minute {
  const at = Date.parse(`${start.slice(0, 10)}T00:00Z`);
  return Number.isNaN(at) ? now : at / 60_000 - days(1);
}

function spans(when: Recurring, within: Span): readonly Span[] {
  try {
    return maskOf([{ id: '', who: '', why: '', agreedBy: '', when }], within).spans;
  } catch (error) {
    if (!(error instanceof BadCorrection)) throw error;
    throw badCorrection(problemOf(error.code), error.part, String(longestTimeDays));
  }
}

function problemOf(code: BadCorrection['code']) {
  return code === 'bad-length' ? 'occurrence-too-long' : code;
}

function sumOf(all: readonly Span[]): number {
  return all.reduce((sum, { from, to }) => sum + to - from, 0);
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
