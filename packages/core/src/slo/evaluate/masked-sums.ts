import type { Mask } from '@sekisho/objectives/corrections';
import { type Counts, countsOf, type MinuteHistory, type Span } from '@sekisho/objectives/minutes';

/** Sums of a history without the minutes that corrections took out. */
export function maskedSums(history: MinuteHistory, mask: Mask): { sum(span: Span): Counts } {
  return {
    sum(span) {
      const whole = history.sum(span);
      return mask.spans.reduce((left, { from, to }) => {
        const inside = { from: Math.max(from, span.from), to: Math.min(to, span.to) };
        return inside.to > inside.from ? less(left, history.sum(inside)) : left;
      }, whole);
    },
  };
}

function less(a: Counts, b: Counts): Counts {
  return countsOf({
    good: a.good - b.good,
    bad: a.bad - b.bad,
    excluded: a.excluded - b.excluded,
    clientErrors: a.clientErrors - b.clientErrors,
    measured: a.measured - b.measured,
  });
}
