import { z } from 'zod';
import { moment, sloId, timestamp } from './fields.ts';
import { percent } from './slo-agreements.ts';
import { severities } from './slo-facts.ts';
import { sloWindow } from './slo-views.ts';
import { verb } from './verb.ts';

/** An alert that would have been told; null when it was on at the end of the span. */
const firing = z.object({
  key: z.string(),
  severity: z.enum(severities),
  firedAt: timestamp,
  resolvedAt: timestamp.nullable(),
});

/** What one target would have done. */
export const candidate = z.object({
  /** Percent. */
  target: z.number(),
  pages: z.array(firing),
  tickets: z.array(firing),
  /** Minutes in which at least one page was on. */
  pageMinutes: z.number().int(),
  /** At the end of the span; below zero when overspent. */
  remainingShare: z.number().nullable(),
  lowestShare: z.number().nullable(),
  caught: z.array(
    z.object({
      incident: z.string(),
      firedAt: timestamp,
      /** Minutes from the incident's beginning. */
      afterMinutes: z.number().int(),
    }),
  ),
  missed: z.array(z.string()),
  /** Pages that were on during no incident. */
  pagesOutsideIncidents: z.number().int(),
  /** Burn alerts that can never fire at this target. */
  deadTiers: z.array(
    z.object({
      tier: z.string(),
      /** Share of errors that it would need; 1 or more never comes. */
      threshold: z.number(),
      /** The lowest target with which it is alive, as a share. */
      aliveAbove: z.number(),
    }),
  ),
});
export type Candidate = z.infer<typeof candidate>;

/** How large the share of errors in the budget window was: one curve from which that of every target follows. */
export const windowShares = z.object({
  from: timestamp,
  everyMinutes: z.number().int(),
  /** Null where nothing was judged. What remains at target `t` is `1 - share / (1 - t)`. */
  shares: z.array(z.number().nullable()),
});
export type WindowShares = z.infer<typeof windowShares>;

const incident = z.object({
  id: z.string().trim().min(1).max(500),
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
});

export const replay = verb({
  name: 'slo.replay',
  effect: 'read',
  largestCall: 1024 * 1024,
  input: z.object({
    id: sloId,
    targets: z.array(percent).min(1).max(50).optional(),
    from: moment.optional(),
    to: moment.optional(),
    points: z.coerce.number().int().min(2).max(44_640).optional(),
    /** Besides those that pages of the service were linked to. */
    incidents: z.array(incident).max(200).optional(),
  }),
  output: z.object({
    id: z.string(),
    displayName: z.string().nullable(),
    service: z.string(),
    window: sloWindow,
    /** Percent in force now. */
    target: z.number(),
    from: timestamp,
    to: timestamp,
    /** From when on anything was counted; null when nothing was in all the time looked at. */
    knownFrom: timestamp.nullable(),
    /** From when on a spent budget is told of: before it too little of the window was known. */
    spentFrom: timestamp,
    curve: windowShares,
    /** Declared in the call, or known from pages that were linked to one. */
    incidents: z.array(
      z.object({ id: z.string(), from: timestamp, to: timestamp, linked: z.boolean() }),
    ),
    /** In the order asked for. */
    candidates: z.array(candidate),
  }),
  positional: ['id'],
  examples: [
    'slo replay shop-availability --targets 99,99.5,99.9',
    'slo replay shop-availability --targets 99.5 --incidents incidents.yaml',
  ],
});
