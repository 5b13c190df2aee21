import {
  type AlertMemory,
  type AlertPolicy,
  burnFactor,
  nextMemory,
  readGuard,
  type Tier,
} from '../alerts/index.ts';
import { errorBudget } from '../budget/index.ts';
import type { Minute } from '../minutes/index.ts';
import { allowedAt } from './budget-curve.ts';
import type { HistoryRead } from './history-read.ts';
import type { SumsByMinute } from './sums-by-minute.ts';

/** An alert that would have been told, from when to when; null while it was still on at the end. */
export interface Firing {
  readonly key: string;
  readonly severity: 'page' | 'ticket';
  readonly firedAt: Minute;
  readonly resolvedAt: Minute | null;
}

const noSums: SumsByMinute = { bad: new Float64Array(), total: new Float64Array() };

/**
 * The burn, budget-spent and budget-drop alerts that one target would have told of.
 * @param spentFrom the minute from which on a budget is told of that is spent, or drops
 */
export function replayTarget(
  policy: AlertPolicy,
  read: HistoryRead,
  target: number,
  spentFrom: Minute,
): readonly Firing[] {
  const budget = errorBudget(target);
  const bySeverity = Object.groupBy(policy.tiers, ({ severity }) => severity);
  const burns = Object.entries(bySeverity).flatMap(([severity, tiers]) => {
    const held = new Uint8Array(read.at.length);
    for (const tier of tiers) markTier(held, policy, tier, read, budget);
    return fold(policy, read, `burn-${severity}`, severity as Firing['severity'], held);
  });
  const gone = (at: number, bad: Float64Array) => markGone(bad, read, { budget, at, spentFrom });
  const spents = policy.spentAt.flatMap((at) => {
    const severity = at >= 1 ? 'page' : 'ticket';
    return fold(policy, read, `spent-${at}`, severity, gone(at, read.window.bad));
  });
  const drops = policy.drops.flatMap(({ share, minutes }) => {
    const { bad } = read.byLength.get(minutes) ?? noSums;
    return fold(policy, read, `drop-${share}-in-${minutes}`, 'ticket', gone(share, bad));
  });
  return [...burns, ...spents, ...drops].toSorted(
    (a, b) => a.firedAt - b.firedAt || (a.key < b.key ? -1 : 1),
  );
}

function markTier(
  held: Uint8Array,
  { guard }: AlertPolicy,
  tier: Tier,
  { lengths, byLength, whole }: HistoryRead,
  budget: number,
): void {
  const long = byLength.get(tier.long) ?? noSums;
  const short = byLength.get(tier.short) ?? noSums;
  for (let index = 0; index < held.length; index += 1) {
    const bad = long.bad[index] ?? 0;
    if (bad === 0 || held[index] === 1) continue;
    const factor = burnFactor(tier, lengths[index] ?? 0);
    const total = long.total[index] ?? 0;
    if (!isOver(bad, total * budget, factor)) continue;
    if (!isOver(short.bad[index] ?? 0, (short.total[index] ?? 0) * budget, factor)) continue;
    const allowed = (whole.total[index] ?? 0) * budget;
    const judged = { bad, total, allowed, threshold: factor * budget, shareNeeded: tier.share };
    if (guard === null || readGuard(guard, judged).holds) held[index] = 1;
  }
}

function isOver(bad: number, allowed: number, factor: number): boolean {
  return allowed !== 0 && bad / allowed > factor;
}

interface Limit {
  /** Share of errors that the target allows. */
  readonly budget: number;
  /** Share of the whole budget. */
  readonly at: number;
  readonly spentFrom: Minute;
}

/** Marks the minutes at which failures were a share of the whole budget or more. */
function markGone(
  gone: Float64Array,
  read: HistoryRead,
  { budget, at, spentFrom }: Limit,
): Uint8Array {
  const held = new Uint8Array(read.at.length);
  for (let index = 0; index < held.length; index += 1) {
    const bad = gone[index] ?? 0;
    if ((bad === 0 && at > 0) || (read.at[index] ?? 0) < spentFrom) continue;
    // Of a period that has just begun little is allowed yet: as live, it is measured by a whole one.
    const whole = (read.whole.total[index] ?? 0) * budget;
    const allowed = Math.max(allowedAt(read, budget, index), whole);
    if (bad / allowed >= at) held[index] = 1;
  }
  return held;
}

/** The same fold as live alerts go through; what came back unsaid is part of the firing it came back to. */
function fold(
  policy: AlertPolicy,
  { at, frozen }: HistoryRead,
  key: string,
  severity: Firing['severity'],
  held: Uint8Array,
): readonly Firing[] {
  const firings: {
    key: string;
    severity: Firing['severity'];
    firedAt: Minute;
    resolvedAt: Minute | null;
  }[] = [];
  let memory: AlertMemory | undefined;
  for (let index = 0; index < held.length; index += 1) {
    if (frozen[index] === 1 || (held[index] === 0 && memory?.phase !== 'firing')) continue;
    const after = nextMemory(policy, memory, held[index] === 1, at[index] ?? 0);
    if (after === undefined || after === memory) continue;
    if (after.firedAt !== memory?.firedAt) {
      const before = firings.at(-1);
      if (before !== undefined && memory?.phase === 'firing') before.resolvedAt = at[index] ?? 0;
      firings.push({ key, severity, firedAt: after.firedAt, resolvedAt: null });
    }
    const last = firings.at(-1);
    if (last !== undefined) last.resolvedAt = after.phase === 'resolved' ? after.clearSince : null;
    memory = after;
  }
  return firings;
}
