import {
  type BudgetState,
  errorBudget,
  evaluateBudget,
  judgeSpan,
  type Ledger,
  type Objective,
  sumLedger,
} from '../budget/index.ts';
import type { Minute } from '../minutes/index.ts';
import { readGuard } from './guard.ts';
import type { AlertPolicy } from './policy.ts';
import type {
  BurnReading,
  DropReading,
  Evaluation,
  NoDataReading,
  SpentReading,
  WindowReading,
} from './reading.ts';
import { burnFactor, type Tier } from './tier.ts';

/** Judges every condition of a policy at `now`. Errors: as `evaluateBudget`. */
export function readAlerts(
  policy: AlertPolicy,
  objective: Objective,
  ledger: Ledger,
  now: Minute,
): Evaluation {
  const budget = evaluateBudget(objective, ledger, now);
  const silence = noDataReading(policy, ledger, now);
  if (budget === null) {
    const frozen = objective.missing === 'freeze';
    return { at: now, frozen, budget, readings: silence };
  }
  const burns = policy.tiers.map((tier) => burnReading(policy, tier, objective, ledger, budget));
  const readings = [
    ...burns,
    ...spentReadings(policy, budget),
    ...dropReadings(policy, objective, ledger, budget),
    ...silence,
  ];
  return { at: now, frozen: budget.frozen, budget, readings };
}

function burnReading(
  { guard }: AlertPolicy,
  tier: Tier,
  objective: Objective,
  ledger: Ledger,
  { asOf, window, target }: BudgetState,
): BurnReading {
  const length = window.to - window.from;
  const factor = burnFactor(tier, length);
  const threshold = factor * errorBudget(target);
  const long = windowReading(objective, ledger, asOf, tier.long);
  const short = windowReading(objective, ledger, asOf, tier.short);
  const over = isOver(long, factor) && isOver(short, factor);
  const { allowed } = judgeSpan(objective, ledger, { from: asOf - length, to: asOf });
  const { bad, total } = long;
  const guarded =
    over && guard !== null
      ? readGuard(guard, { bad, total, allowed, threshold, shareNeeded: tier.share })
      : null;
  const why = whyOf(long, short, factor, guarded);
  const told = { key: `burn-${tier.severity}`, severity: tier.severity, holds: why === 'fires' };
  return {
    kind: 'burn',
    ...told,
    tier: tier.name,
    factor,
    threshold,
    long,
    short,
    guard: guarded,
    why,
  };
}

function windowReading(
  objective: Objective,
  ledger: Ledger,
  now: Minute,
  minutes: number,
): WindowReading {
  const { bad, total, allowed } = judgeSpan(objective, ledger, { from: now - minutes, to: now });
  return { minutes, bad, total, burn: allowed === 0 ? null : bad / allowed };
}

function isOver({ burn }: WindowReading, factor: number): boolean {
  return burn !== null && burn > factor;
}

function whyOf(
  long: WindowReading,
  short: WindowReading,
  factor: number,
  guard: BurnReading['guard'],
): BurnReading['why'] {
  if (long.burn === null) return 'no-traffic';
  if (!isOver(long, factor)) return 'slow-enough';
  if (!isOver(short, factor)) return 'over-already';
  if (guard === null || guard.holds) return 'fires';
  return guard.significant ? 'small-share' : 'not-significant';
}

function spentReadings(
  { spentAt }: AlertPolicy,
  { bad, allowed }: BudgetState,
): readonly SpentReading[] {
  const spentShare = shareOf(bad, allowed);
  return spentAt.map((at) => ({
    kind: 'budget-spent',
    key: `spent-${at}`,
    severity: at >= 1 ? 'page' : 'ticket',
    holds: spentShare >= at,
    spentShare,
    at,
  }));
}

function dropReadings(
  { drops }: AlertPolicy,
  objective: Objective,
  ledger: Ledger,
  { asOf, allowed }: BudgetState,
): readonly DropReading[] {
  return drops.map(({ share, minutes }) => {
    const droppedShare = shareOf(
      judgeSpan(objective, ledger, { from: asOf - minutes, to: asOf }).bad,
      allowed,
    );
    const told = {
      key: `drop-${share}-in-${minutes}`,
      severity: 'ticket',
      holds: droppedShare >= share,
    } as const;
    return { kind: 'budget-drop', ...told, droppedShare, at: share, minutes };
  });
}

function noDataReading(
  { noData }: AlertPolicy,
  ledger: Ledger,
  now: Minute,
): readonly NoDataReading[] {
  if (noData === null) return [];
  const { minutes, below } = noData;
  // A part of a composite that falls silent is weighed no more: the least known of them decides.
  const all = ledger.parts?.map((part) => part.ledger) ?? [ledger];
  const coverages = all.flatMap((one) => {
    const { measured, expected } = sumLedger(one, { from: now - minutes, to: now });
    return expected === 0 ? [] : [measured / expected];
  });
  const coverage = coverages.length === 0 ? null : Math.min(...coverages);
  const holds = coverage !== null && coverage < below;
  return [{ kind: 'no-data', key: 'no-data', severity: 'ticket', holds, coverage, below, minutes }];
}

function shareOf(bad: number, allowed: number): number {
  return allowed === 0 ? (bad > 0 ? Number.POSITIVE_INFINITY : 0) : bad / allowed;
}
