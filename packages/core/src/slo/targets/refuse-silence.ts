import type { SloConfig } from '@sekisho/config';
import { burnFactor, checkTiers } from '@sekisho/objectives/alerts';
import { spanOf } from '@sekisho/objectives/budget';
import type { Minute } from '@sekisho/objectives/minutes';
import { AppError } from '../../platform/app-error.ts';
import { percentOf } from '../agreements/minutes.ts';

/** Errors: `target-silences` when an alert of the SLO could never fire with a target, with the arithmetic. */
export function refuseSilence(slo: SloConfig, target: number, at: Minute): void {
  const { from, to } = spanOf(slo.window, at);
  const dead = checkTiers(slo.alerts.tiers, target, to - from).find(({ code }) => code === 'dead');
  const tier = slo.alerts.tiers.find(({ name }) => name === dead?.tier);
  if (dead === undefined || tier === undefined) return;
  throw new AppError('target-silences', {
    ...{ slo: slo.id, target: percentOf(target), tier: dead.tier },
    factor: Number(burnFactor(tier, to - from).toFixed(2)),
    threshold: percentOf(dead.threshold),
    // Upwards, so that what is offered is alive.
    aliveAbove: Math.ceil(dead.aliveAbove * 1e6) / 1e4,
  });
}
