import { z } from 'zod';

const count = z.number().int().min(0);

/** What approvers are told of a plan on the card. */
export const planFacts = z.object({
  sha256: z.string(),
  digest: z.string(),
  counts: z.record(z.string(), count),
  riskCounts: z.object({ danger: count, warning: count, note: count }),
  risks: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['danger', 'warning', 'note']),
      address: z.string(),
      facts: z.record(z.string(), z.string()),
    }),
  ),
});
export type PlanFacts = z.infer<typeof planFacts>;
