import { setImmediate as pause } from 'node:timers/promises';
import type { SloReview } from '@sekisho/contract';
import { maskedMinutes } from '@sekisho/objectives/corrections';
import { type Minute, type MinuteHistory, minutesPerDay } from '@sekisho/objectives/minutes';
import type { CountedMinute, LogCounts } from '@sekisho/objectives/report';
import { suggest, usualTargets } from '@sekisho/objectives/suggest';
import type { MonthLook } from './look-at-month.ts';

type Suggestion = SloReview['suggestion'];

/** Results that are kept, so that a page that is looked at again costs nothing. */
const mostKept = 500;
const kept = new Map<string, Suggestion>();

/**
 * What `slo suggest` says of the time before the month's end: whether the next of the usual targets
 * would have been kept all along with few pages, or, where this one was not, whether the one below
 * would. It goes over every minute for each, so others are let in before it. Of a month that is not
 * over its last whole day is the end.
 */
export async function suggestionOf(then: MonthLook | null): Promise<Suggestion> {
  if (then === null || then.budget === null || then.budget.total === 0) return null;
  const end = then.end - (then.end % minutesPerDay);
  const { slo, objective, history, mask, parts = [{ weight: 1, history }] } = then.look;
  const sums = parts.map((part) => [part.weight, part.history.sum({ from: 0, to: end })]);
  const key = JSON.stringify([slo.id, objective, end, sums, mask.spans]);
  const known = kept.get(key);
  if (known !== undefined) return known;
  await pause();
  const found = judge(then, end);
  kept.set(key, found);
  // The oldest go first.
  for (const old of kept.keys()) if (kept.size > mostKept) kept.delete(old);
  return found;
}

function judge({ look, budget }: MonthLook, end: Minute): Suggestion {
  const targets = neighbours(budget?.target ?? look.slo.target);
  const { objective, parts } = look;
  const count = (history: MinuteHistory) => countedMinutes(look, history, end);
  const counts: LogCounts =
    parts === undefined
      ? { minutes: count(look.history) }
      : { parts: parts.map((part) => ({ ...part, minutes: count(part.history) })) };
  const found = suggest({ objective, ...counts, incidents: [], targets });
  if (found === null || found.chosen === null) return null;
  const { target, pages } = found.chosen.candidate;
  const { from, to } = found.replayed.logs.span;
  return { target, days: Math.floor((to - from) / minutesPerDay), pages: pages.length };
}

/** A target with the usual ones beside it: one step a month is enough. */
function neighbours(target: number): readonly number[] {
  const below = usualTargets.findLast((one) => one < target);
  const above = usualTargets.find((one) => one > target);
  return [below, target, above].filter((one) => one !== undefined);
}

/** Minutes in which something came, without those that corrections took out. */
function countedMinutes(
  look: MonthLook['look'],
  history: MinuteHistory,
  end: Minute,
): readonly CountedMinute[] {
  const { firstCell, cellMinutes } = look.ledger;
  const span = { from: firstCell * cellMinutes, to: end };
  const masked = maskedMinutes(look.mask, span);
  const counted: CountedMinute[] = [];
  for (let minute: Minute = span.from; minute < end; minute += 1) {
    const block = history.day(Math.floor(minute / minutesPerDay));
    if (block === undefined || masked[minute - span.from] === 1) continue;
    const at = minute - block.day * minutesPerDay;
    const [good, bad, excluded] = [
      block.good[at] ?? 0,
      block.bad[at] ?? 0,
      block.excluded[at] ?? 0,
    ];
    if (good + bad + excluded > 0) counted.push({ minute, good, bad, excluded });
  }
  return counted;
}
