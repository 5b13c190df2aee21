import type { Verdict } from '../sli/compile.ts';

/** What was counted in one UTC minute: exact integers. */
export interface MinuteCounts {
  /** Minutes since 1970-01-01T00:00Z. */
  readonly minute: number;
  readonly good: number;
  readonly bad: number;
  readonly excluded: number;
}

type Slot = { -readonly [Key in keyof MinuteCounts]: MinuteCounts[Key] };

/** Counts events by minute. */
export interface MinuteTally {
  add(minute: number, verdict: Exclude<Verdict, 'outside'>): void;
  /** In the order of time. */
  minutes(): readonly MinuteCounts[];
}

export function createMinuteTally(): MinuteTally {
  const slots = new Map<number, Slot>();
  let last: Slot = { minute: Number.NaN, good: 0, bad: 0, excluded: 0 };

  function slotOf(minute: number): Slot {
    const known = slots.get(minute);
    if (known !== undefined) return known;
    const slot = { minute, good: 0, bad: 0, excluded: 0 };
    slots.set(minute, slot);
    return slot;
  }

  return {
    add(minute, verdict) {
      if (last.minute !== minute) last = slotOf(minute);
      last[verdict] += 1;
    },
    minutes: () => [...slots.values()].toSorted((a, b) => a.minute - b.minute),
  };
}

/** Adds minutes up, whatever their order; one minute may come several times. */
export function sumMinutes(parts: Iterable<readonly MinuteCounts[]>): readonly MinuteCounts[] {
  const sums = new Map<number, Slot>();
  for (const part of parts) {
    for (const each of part) {
      const sum = sums.get(each.minute);
      if (sum === undefined) sums.set(each.minute, { ...each });
      else {
        sum.good += each.good;
        sum.bad += each.bad;
        sum.excluded += each.excluded;
      }
    }
  }
  return [...sums.values()].toSorted((a, b) => a.minute - b.minute);
}
