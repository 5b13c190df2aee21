import { composite } from '../composite/index.ts';
import type { Span } from '../minutes/index.ts';
import { judgeSpan } from './allowance.ts';
import { type Ledger, sumLedger } from './ledger.ts';
import type { Objective } from './objective.ts';

/** What one part of a composite did in a span, judged as if it were an SLO of its own. */
export interface PartStanding {
  readonly name: string;
  readonly weight: number;
  /** Units judged: events, or slices of time; a part of one may have been assumed. */
  readonly total: number;
  readonly bad: number;
  /** Share of good; null when nothing happened. */
  readonly sli: number | null;
  /** How fast its own errors spend what the composite's target allows; null when nothing is allowed. */
  readonly burn: number | null;
  /** Share of the composite's errors, which is that of its spent budget; null while there are none. */
  readonly errorShare: number | null;
  /** How much of the composite's whole budget it spent; null while there is none. */
  readonly budgetShare: number | null;
  /** Measured of what should have been; null when all was corrected away. */
  readonly coverage: number | null;
}

/**
 * The parts of a composite over a span, and how much of its errors each is to blame for; none where
 * the ledger is of one indicator. The shares of the budget add up to what is spent of it.
 */
export function partStandings(
  objective: Objective,
  ledger: Ledger,
  span: Span,
  remainingShare: number | null,
): readonly PartStanding[] {
  const { parts } = ledger;
  if (parts === undefined) return [];
  const judged = parts.map((part) => judgeSpan(objective, part.ledger, span));
  const members = parts.map(({ name, weight }, index) => {
    const { total, bad } = judged[index] ?? { total: 0, bad: 0 };
    const sli = total > 0 ? Math.min(Math.max(1 - bad / total, 0), 1) : null;
    return { name, weight, sli, whenMissing: 'ignore' as const };
  });
  // Of a budget of everything the burn is the share of errors itself.
  const { members: weighed, burn: errors } = composite(members, 1);
  const spent = remainingShare === null ? null : 1 - remainingShare;
  return parts.map(({ name, weight, ledger: own }, index): PartStanding => {
    const { total = 0, bad = 0, allowed = 0 } = judged[index] ?? {};
    const { measured, expected } = sumLedger(own, span);
    const errorShare = errors ? (weighed[index]?.error ?? 0) / errors : null;
    return {
      ...{ name, weight, total, bad, sli: members[index]?.sli ?? null, errorShare },
      burn: allowed === 0 ? null : bad / allowed,
      budgetShare: spent === null ? null : (errorShare ?? 0) * spent,
      coverage: expected === 0 ? null : measured / expected,
    };
  });
}
