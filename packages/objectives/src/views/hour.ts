import { binomialTail } from '../alerts/binomial.ts';
import { type Minute, msPerMinute, type Span } from '../minutes/minute.ts';
import type { View } from './view.ts';

export const minutesPerHour = 60;

/** What one view saw in one stretch of time. */
export interface Seen {
  readonly from: Minute;
  /** Minutes. */
  readonly length: number;
  readonly good: number;
  readonly bad: number;
  /** Bad of good and bad; null without either. */
  readonly share: number | null;
  /** Part of the time that was measured, 0 to 1. */
  readonly coverage: number;
}

/** What can be said of one hour of one view. */
export type Judgement = 'bad' | 'fine' | 'unmeasured';

/** The hours of a view, each judged by the same measure. */
export interface Hours {
  readonly hours: readonly Seen[];
  readonly judged: readonly Judgement[];
  /** The middle share of bad over the hours with traffic: what is usual. */
  readonly usual: number;
  /** Share that an hour must exceed, by more than chance, to be bad. */
  readonly threshold: number;
}

/** An hour of which less was measured says nothing. */
const leastCoverage = 0.5;
/** One or two failures are no bad hour, however little traffic there was. */
const leastBad = 3;
/** How unlikely a bad hour must be by chance: of the hours of a year about one is called bad wrongly. */
const chance = 1e-4;

/** A view over a span, cut into stretches of equal length; what is not complete yet was not measured. */
export function seenBy({ minutes, through }: View, span: Span, length: number): readonly Seen[] {
  const known = through ?? Number.NEGATIVE_INFINITY;
  const stretches: Seen[] = [];
  for (let from = span.from; from < span.to; from += length) {
    const to = Math.min(from + length, span.to);
    const { good, bad, measured } = minutes.sum({ from, to: Math.min(to, known) });
    const share = good + bad === 0 ? null : bad / (good + bad);
    const coverage = measured / ((to - from) * msPerMinute);
    stretches.push({ from, length: to - from, good, bad, share, coverage });
  }
  return stretches;
}

/**
 * Tells bad hours from ordinary ones: more failed than the target allows and than twice what is usual
 * for this view, and by more than chance. Views differ in what is usual (browsers always lose some
 * requests), so each is judged by its own measure.
 */
export function judgeHours(hours: readonly Seen[], allowed: number): Hours {
  const usual = middle(hours.flatMap(({ share }) => share ?? []));
  const threshold = Math.min(Math.max(allowed, 2 * usual), 1);
  const judged = hours.map(({ good, bad, coverage }): Judgement => {
    if (coverage < leastCoverage) return 'unmeasured';
    return isBad(bad, good + bad, threshold) ? 'bad' : 'fine';
  });
  return { hours, judged, usual, threshold };
}

/** Whether so many failures of so many requests are more than a threshold allows, and no chance. */
export function isBad(bad: number, total: number, threshold: number): boolean {
  if (bad < leastBad || bad <= threshold * total) return false;
  return binomialTail(bad, total, threshold) < chance;
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
