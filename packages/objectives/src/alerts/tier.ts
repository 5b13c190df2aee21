import { errorBudget } from '../budget/index.ts';

/** One pair of windows that pages (or opens a ticket) when the budget burns too fast over both. */
export interface Tier {
  readonly name: string;
  readonly severity: 'page' | 'ticket';
  /** Minutes. */
  readonly long: number;
  /** Minutes; it lets the alert go soon after the burning stops. */
  readonly short: number;
  /** Share of the budget that is spent in `long` at the threshold. */
  readonly share: number;
}

const hour = 60;
const day = 24 * hour;
const baseDays = 30;

/** Source: Google, The Site Reliability Workbook, chapter 5, as Sloth has it. */
const standard: readonly Tier[] = [
  { name: 'page-quick', severity: 'page', long: hour, short: 5, share: 0.02 },
  { name: 'page-slow', severity: 'page', long: 6 * hour, short: 30, share: 0.05 },
  { name: 'ticket-quick', severity: 'ticket', long: day, short: 2 * hour, share: 0.1 },
  { name: 'ticket-slow', severity: 'ticket', long: 3 * day, short: 6 * hour, share: 0.1 },
];

/**
 * The four standard tiers for a budget window.
 *
 * From 28 days on the tiers keep their lengths and their factors scale with the window (13.44 for 28
 * days, 14.4 for 30); for a shorter one that would let a calm burn page, so there the lengths scale
 * and the factors stay those of 30 days.
 *
 * @param windowMinutes length of the budget window
 */
export function standardTiers(windowMinutes: number): readonly Tier[] {
  const scale = windowMinutes >= 28 * day ? 1 : windowMinutes / (baseDays * day);
  return standard.map((tier) => ({
    ...tier,
    long: Math.max(Math.round(tier.long * scale), 2),
    short: Math.max(Math.round(tier.short * scale), 1),
  }));
}

/** How many times faster than evenly the budget burns at a tier's threshold: p · W / w. */
export function burnFactor({ share, long }: Tier, windowMinutes: number): number {
  return (share * windowMinutes) / long;
}

/** Why a tier can never fire, or makes no sense. */
export interface TierComplaint {
  readonly tier: string;
  readonly code: 'dead' | 'bad-share' | 'bad-windows' | 'longer-than-window';
  /** The share of errors it would need; 1 or more never comes. */
  readonly threshold: number;
  /** The lowest target with which it is alive. */
  readonly aliveAbove: number;
}

/** What is wrong with tiers for a target: they are refused when checked, not when they should have fired. */
export function checkTiers(
  tiers: readonly Tier[],
  target: number,
  windowMinutes: number,
): readonly TierComplaint[] {
  return tiers.flatMap((tier) => {
    const factor = burnFactor(tier, windowMinutes);
    const threshold = factor * errorBudget(target);
    const code = complaintOf(tier, threshold, windowMinutes);
    return code === null ? [] : [{ tier: tier.name, code, threshold, aliveAbove: 1 - 1 / factor }];
  });
}

function complaintOf(
  { share, long, short }: Tier,
  threshold: number,
  windowMinutes: number,
): TierComplaint['code'] | null {
  if (!(share > 0 && share <= 1)) return 'bad-share';
  const whole = Number.isInteger(long) && Number.isInteger(short);
  if (!whole || short < 1 || short >= long) return 'bad-windows';
  if (long > windowMinutes) return 'longer-than-window';
  return threshold >= 1 ? 'dead' : null;
}
