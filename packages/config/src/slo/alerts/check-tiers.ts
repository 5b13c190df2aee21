import { burnFactor, checkTiers, type Tier } from '@sekisho/objectives/alerts';
import { errorBudget, type Window } from '@sekisho/objectives/budget';
import type { DocumentOf } from '@sekisho/objectives/openslo';
import { formatDuration } from '@sekisho/words';
import type { Path } from '../../problems/problem.ts';
import type { Findings } from '../findings.ts';
import { longestMinutes } from './window-minutes.ts';

/** Where a policy's tiers were said. */
export interface TiersPlace {
  readonly document: DocumentOf<'SLO'>;
  readonly path: Path;
}

/** Refuses alerts that can never fire with this target, and those that make no sense. */
export function reportTiers(
  tiers: readonly Tier[],
  { target, window }: { readonly target: number; readonly window: Window },
  { document, path }: TiersPlace,
  { problem }: Findings,
): void {
  const whole = longestMinutes(window);
  for (const complaint of checkTiers(tiers, target, whole)) {
    const tier = tiers.find(({ name }) => name === complaint.tier);
    if (tier === undefined) continue;
    const [name, long] = [tier.name, text(tier.long)];
    if (complaint.code === 'dead') problem(document, path, 'dead-tier', dead(tier, target, whole));
    else if (complaint.code === 'bad-share')
      problem(document, path, 'tier-share', { tier: name, share: percent(tier.share) });
    else if (complaint.code === 'bad-windows')
      problem(document, path, 'tier-windows', { tier: name, long, short: text(tier.short) });
    else problem(document, path, 'tier-over-window', { tier: name, long, window: text(whole) });
  }
}

function dead(tier: Tier, target: number, whole: number) {
  const factor = burnFactor(tier, whole);
  const budget = errorBudget(target);
  return {
    tier: tier.name,
    long: text(tier.long),
    share: percent(tier.share),
    factor: String(rounded(factor)),
    budget: percent(budget),
    threshold: percent(factor * budget),
    aliveAbove: percent(1 - 1 / factor, 'up'),
    livingShare: percent(tier.long / (whole * budget), 'down'),
  };
}

/** Rounded to the safe side where it is advice. */
function percent(share: number, towards: 'near' | 'up' | 'down' = 'near'): string {
  const round = { near: Math.round, up: Math.ceil, down: Math.floor }[towards];
  return `${round(Number((share * 1e4).toPrecision(12))) / 100} %`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function text(minutes: number): string {
  const seconds = Math.round(minutes * 60);
  return seconds > 0 ? formatDuration(seconds, 'en') : String(minutes);
}
