import { burnFactor, type Tier } from '../alerts/index.ts';
import type { Fleet } from './fleet.ts';

/** What is asked of one SLO each minute. */
export interface TickSubject {
  /** Share of errors that its target allows. */
  readonly errorBudget: number;
  /** Length of its budget window, in minutes; one of the fleet's windows. */
  readonly windowMinutes: number;
  /** Their windows are among the fleet's. */
  readonly tiers: readonly Tier[];
}

const totalField = 0;
const badField = 1;

/**
 * The SLOs that must be looked at closely this minute: those with a tier over in both windows, or
 * their budget spent. All others are quiet, and cost a few comparisons.
 *
 * A burn here takes missing time as left out; the close look applies the SLO's own policy.
 */
export function loudSlos(fleet: Fleet, subjects: readonly TickSubject[]): readonly number[] {
  const place = new Map(fleet.options.windows.map((length, index) => [length, index]));
  const loud: number[] = [];
  for (const [slo, subject] of subjects.entries()) {
    const burn = (length: number) => burnOver(fleet, slo, place.get(length), subject.errorBudget);
    const over = ({ long, short }: Tier, factor: number) =>
      burn(long) > factor && burn(short) > factor;
    const isLoud =
      burn(subject.windowMinutes) >= 1 ||
      subject.tiers.some((tier) => over(tier, burnFactor(tier, subject.windowMinutes)));
    if (isLoud) loud.push(slo);
  }
  return loud;
}

function burnOver(
  fleet: Fleet,
  slo: number,
  window: number | undefined,
  errorBudget: number,
): number {
  if (window === undefined) throw new RangeError('a window is not among the fleet’s');
  const allowed = fleet.sum(slo, window, totalField) * errorBudget;
  return allowed === 0 ? 0 : fleet.sum(slo, window, badField) / allowed;
}
