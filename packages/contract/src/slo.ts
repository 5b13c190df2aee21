import { z } from 'zod';
import { limit, moment, serviceName, sloId, timestamp } from './fields.ts';
import { severities, sloFlags, sloPage, tierReading } from './slo-facts.ts';
import { sloDetail, sloSummary, targetView } from './slo-views.ts';
import { verb } from './verb.ts';

const pageId = z
  .string()
  .trim()
  .regex(/^[\w-]{1,64}$/)
  .meta({ format: 'page' });

const byId = z.object({ id: sloId });

export const list = verb({
  name: 'slo.list',
  effect: 'read',
  input: z.object({ filter: z.enum(sloFlags).optional(), service: serviceName.optional() }),
  output: z.array(sloSummary),
  examples: ['slo list', 'slo list --filter firing'],
});

export const show = verb({
  name: 'slo.show',
  effect: 'read',
  input: byId,
  output: sloDetail,
  positional: ['id'],
  examples: ['slo show shop-availability'],
});

export const burn = verb({
  name: 'slo.burn',
  effect: 'read',
  input: byId,
  output: z.object({
    id: z.string(),
    displayName: z.string().nullable(),
    service: z.string(),
    asOf: timestamp.nullable(),
    target: z.number(),
    windowMinutes: z.number().int().nullable(),
    tiers: z.array(
      tierReading.extend({
        /** Minutes until it fires if all goes on as in its short window; 0 when it fires, null when it will not. */
        firesInMinutes: z.number().int().nullable(),
      }),
    ),
  }),
  positional: ['id'],
  examples: ['slo burn shop-availability'],
});

export const history = verb({
  name: 'slo.history',
  effect: 'read',
  input: z.object({
    id: sloId,
    from: moment.optional(),
    to: moment.optional(),
    points: z.coerce.number().int().min(2).max(2000).optional(),
  }),
  output: z.object({
    id: z.string(),
    from: timestamp,
    to: timestamp,
    bucketMinutes: z.number().int(),
    points: z.array(
      z.object({
        /** End of the bucket: counts are of the bucket, budgets as of its end. */
        at: timestamp,
        good: z.number(),
        bad: z.number(),
        excluded: z.number(),
        clientErrors: z.number(),
        coverage: z.number(),
        remainingShare: z.number().nullable(),
        rawRemainingShare: z.number().nullable(),
      }),
    ),
    targets: z.array(targetView),
    /** Spans taken out, as drawn; overlapping ones are all here. */
    corrections: z.array(
      z.object({ id: z.string(), from: timestamp, to: timestamp, why: z.string() }),
    ),
    pages: z.array(sloPage.omit({ why: true, changed: true })),
  }),
  positional: ['id'],
  examples: ['slo history shop-availability', 'slo history shop-availability --from 7d'],
});

export const pages = verb({
  name: 'slo.pages',
  effect: 'read',
  input: z.object({
    id: pageId.optional(),
    slo: sloId.optional(),
    service: serviceName.optional(),
    severity: z.enum(severities).optional(),
    open: z.boolean().optional(),
    since: moment.optional(),
    until: moment.optional(),
    limit: limit.optional(),
  }),
  output: z.array(sloPage),
  positional: ['id'],
  examples: ['slo pages', 'slo pages --open'],
});

export const acknowledge = verb({
  name: 'slo.acknowledge',
  effect: 'write',
  input: z.object({ id: pageId }),
  output: sloPage,
  positional: ['id'],
  examples: ['slo acknowledge page-7k3f9q2m --as sre'],
});

export const link = verb({
  name: 'slo.link',
  effect: 'write',
  input: z.object({ id: pageId, incident: z.string().trim().min(1).max(500) }),
  output: sloPage,
  positional: ['id'],
  examples: ['slo link page-7k3f9q2m --incident https://example.com/incidents/12 --as sre'],
});
