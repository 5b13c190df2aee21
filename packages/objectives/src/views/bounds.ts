import { binomialTail } from '../alerts/binomial.ts';

/** How sure a bound is: one-sided, 95 %. */
const doubt = 0.05;
const halvings = 50;

/** How often something is true, from how often it was. */
export interface Proportion {
  readonly times: number;
  readonly of: number;
  readonly share: number | null;
  /** With 95 % confidence it is at least this, and with 95 % at most `high`. */
  readonly low: number;
  readonly high: number;
}

/**
 * A proportion with exact bounds, one-sided at 95 % each.
 * Source: C. Clopper, E. Pearson, "The use of confidence or fiducial limits" (1934).
 */
export function proportion(times: number, of: number): Proportion {
  return {
    ...{ times, of, share: of === 0 ? null : times / of },
    low: times === 0 ? 0 : crossing((p) => binomialTail(times, of, p) < doubt),
    high: times === of ? 1 : crossing((p) => 1 - binomialTail(times + 1, of, p) >= doubt),
  };
}

/** The chance up to which something holds that holds for small ones. */
function crossing(holds: (chance: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < halvings; step += 1) {
    const between = (low + high) / 2;
    if (holds(between)) low = between;
    else high = between;
  }
  return low;
}
