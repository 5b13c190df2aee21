import { z } from 'zod';
import { moment, person, reason, serviceName, sloId } from './fields.ts';
import { actionId, monthName, monthReview, reviewAction, sloReview } from './slo-review-facts.ts';
import { verb } from './verb.ts';

export const review = verb({
  name: 'slo.review',
  effect: 'read',
  input: z.object({
    /** The last month that is over without it. */
    month: monthName.optional(),
    service: serviceName.optional(),
    slo: sloId.optional(),
  }),
  output: monthReview,
  examples: ['slo review', 'slo review --month 2026-11'],
});

export const start = verb({
  name: 'slo.review-start',
  effect: 'write',
  input: z.object({ month: monthName, service: serviceName.optional() }),
  output: z.object({
    month: z.string(),
    /** SLOs whose review began now. */
    started: z.array(z.string()),
  }),
  examples: ['slo review-start --month 2026-11 --as sre'],
});

export const decide = verb({
  name: 'slo.review-decide',
  effect: 'write',
  personOnly: true,
  input: z.object({ slo: sloId, month: monthName, decision: reason }),
  output: sloReview,
  positional: ['slo'],
  examples: [
    'slo review-decide shop-availability --month 2026-11 --decision "keep the target" --as sre',
  ],
});

export const act = verb({
  name: 'slo.review-action',
  effect: 'write',
  input: z.object({
    slo: sloId,
    month: monthName,
    what: reason,
    owner: person.optional(),
    due: moment.optional(),
  }),
  output: reviewAction,
  positional: ['slo'],
  examples: [
    'slo review-action shop-availability --month 2026-11 --what "alert on disk space" --owner engineer --due 2026-12-31',
  ],
});

export const done = verb({
  name: 'slo.review-done',
  effect: 'write',
  input: z.object({ id: actionId }),
  output: reviewAction,
  positional: ['id'],
  examples: ['slo review-done act-7k3f9q2m'],
});
