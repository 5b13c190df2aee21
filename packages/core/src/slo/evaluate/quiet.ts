import { burnFactor } from '@sekisho/objectives/alerts';
import { errorBudget, spanOf } from '@sekisho/objectives/budget';
import type { Summed } from '@sekisho/objectives/client-errors';
import { type Minute, msPerMinute, type Span } from '@sekisho/objectives/minutes';
import { clientReading } from './client-reading.ts';
import { type Look, reachOf } from './look.ts';
import { maskedSums } from './masked-sums.ts';

/** Sums and shares are compared with this much to spare: what is near a threshold is looked at closely. */
const spare = 1 - 1e-9;

/**
 * Whether a minute can be passed over: no alert of an SLO could hold at it. A few sums of minutes
 * decide that, where judging closely counts the whole window. It errs on the side of looking.
 */
export function quietTest(look: Look, sums: Summed): (at: Minute) => boolean {
  const { slo, objective } = look;
  const { window, alerts } = slo;
  // The smallest budget of any target that was in force: with it every burn looks its fastest.
  const budget = Math.min(...objective.targets.map(({ target }) => errorBudget(target)));
  const since = objective.targets[0]?.from ?? Number.POSITIVE_INFINITY;
  // Sums of events say nothing of a mean that is weighed.
  const plain = objective.method.kind === 'occurrences' && look.parts === undefined;
  const known = plain && slo.missing !== 'bad';
  const over = (span: Span, factor: number) => {
    const { good, bad } = sums.sum(span);
    return bad > 0 && bad >= factor * budget * (good + bad) * spare;
  };
  return (at) => {
    if (!known || since > reachOf(slo, at)) return false;
    const span = window.kind === 'calendar' ? spanOf(window, at - 1) : spanOf(window, at);
    const whole = { from: span.from, to: at };
    const last = (minutes: number) => ({ from: at - minutes, to: at });
    const burns = alerts.tiers.some((tier) => {
      const factor = burnFactor(tier, span.to - span.from);
      return over(last(tier.short), factor) && over(last(tier.long), factor);
    });
    if (burns || over(whole, Math.min(...alerts.spentAt))) return false;
    const { good, bad } = sums.sum(whole);
    const allowed = (good + bad) * budget * spare;
    const drops = alerts.drops.some(({ share, minutes }) => {
      const gone = sums.sum(last(minutes)).bad;
      return gone > 0 && gone >= share * allowed;
    });
    return !drops && !clientReading(sums, at).holds;
  };
}

/** Whether enough was measured before a minute, so that no alert of silence could hold. */
export function soundTest({ slo, history, mask, parts }: Look): (at: Minute) => boolean {
  const { noData } = slo.alerts;
  if (noData === null) return () => true;
  if (slo.method.kind !== 'occurrences' || parts !== undefined) return () => false;
  const sums = maskedSums(history, mask);
  // Minutes that were corrected away may be missed as well; the close look leaves them out.
  return (at) => {
    const { measured } = sums.sum({ from: at - noData.minutes, to: at });
    return measured >= noData.below * noData.minutes * msPerMinute;
  };
}
