import type { TierName } from '../problems/sloth-facts.ts';
import { day, goHours } from './prometheus-duration.ts';

/** One condition of an alert: it spends `percent` of the budget in the long window. */
export interface Tier {
  /** Percent of the period's budget. */
  readonly percent: number;
  /** Milliseconds; ends the alert soon after the trouble has ended. */
  readonly short: number;
  /** Milliseconds. */
  readonly long: number;
}

/** The windows that alerts look at, for one length of the SLO's period. */
export interface AlertWindows {
  /** Milliseconds. */
  readonly period: number;
  readonly tiers: Readonly<Record<TierName, Tier>>;
}

export const tierNames = ['page-quick', 'page-slow', 'ticket-quick', 'ticket-slow'] as const;

const minute = 60_000;
const hour = 60 * minute;

/** The SRE workbook's windows, which Sloth has for 28 and for 30 days. (internal/alert/windows.) */
const workbook: AlertWindows['tiers'] = {
  'page-quick': { percent: 2, short: 5 * minute, long: hour },
  'page-slow': { percent: 5, short: 30 * minute, long: 6 * hour },
  'ticket-quick': { percent: 10, short: 2 * hour, long: day },
  'ticket-slow': { percent: 10, short: 6 * hour, long: 3 * day },
};

/** The shortest period, in milliseconds, whose alerts can look back three days. */
export const shortestPeriod = 4 * day;

/** The workbook's windows for whole days; null where they do not fit into the period. */
export function workbookWindows(period: number): AlertWindows | null {
  return period % day === 0 && period >= shortestPeriod ? { period, tiers: workbook } : null;
}

/**
 * How many times faster than sustainable a tier lets the budget go. Multiplied and divided in
 * Sloth's order, so that the double is the same. (internal/alert/window.go.)
 */
export function burnFactor({ period, tiers }: AlertWindows, name: TierName): number {
  const { percent, long } = tiers[name];
  const hoursOfBudget = (percent * goHours(period)) / 100;
  return hoursOfBudget / goHours(long);
}

/** Each length once, the shortest first, in milliseconds. */
export function windowsOf({ tiers }: AlertWindows): readonly number[] {
  const all = tierNames.flatMap((name) => [tiers[name].short, tiers[name].long]);
  return [...new Set(all)].sort((a, b) => a - b);
}
