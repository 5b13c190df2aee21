import type { Minute } from '../minutes/minute.ts';
import type { Seen } from './hour.ts';
import { jackknife } from './jackknife.ts';

/** The same hour of two views, both of them measured. */
export interface SeenTwice {
  readonly day: number;
  readonly near: Seen;
  readonly far: Seen;
}

/** How much worse the view nearer to users is, as a share of requests: 0.004 is 0.4 points. */
export interface Gap {
  /** Null without traffic in both; below zero when it is better. */
  readonly value: number | null;
  /** Bounds at 95 %; null where there are too few days to say. */
  readonly low: number | null;
  readonly high: number | null;
  /** Hours in which most was lost between the two, the worst first. */
  readonly worst: readonly LostHour[];
}

export interface LostHour {
  readonly from: Minute;
  /** Failures beyond what the far view's share would have given here. */
  readonly lost: number;
  readonly nearShare: number;
  readonly farShare: number | null;
}

const worstShown = 5;

/** The gap between two views over the hours in which both were measured. */
export function gapOf(hours: readonly SeenTwice[]): Gap {
  const value = difference(hours);
  const bounds = value === null ? null : jackknife(hours, difference);
  return { value, low: bounds?.low ?? null, high: bounds?.high ?? null, worst: worstOf(hours) };
}

function difference(hours: readonly SeenTwice[]): number | null {
  const [near, far] = [pooled(hours.map((one) => one.near)), pooled(hours.map((one) => one.far))];
  return near === null || far === null ? null : near - far;
}

/** Share of bad over some hours, each weighing as much as its traffic; null without traffic. */
export function pooled(hours: readonly Seen[]): number | null {
  let [bad, total] = [0, 0];
  for (const hour of hours) {
    bad += hour.bad;
    total += hour.good + hour.bad;
  }
  return total === 0 ? null : bad / total;
}

function worstOf(hours: readonly SeenTwice[]): readonly LostHour[] {
  return hours
    .flatMap(({ near, far }): LostHour[] => {
      if (near.share === null) return [];
      const lost = near.bad - (far.share ?? 0) * (near.good + near.bad);
      return [{ from: near.from, lost, nearShare: near.share, farShare: far.share }];
    })
    .filter(({ lost }) => lost >= 1)
    .toSorted((a, b) => b.lost - a.lost || a.from - b.from)
    .slice(0, worstShown);
}
