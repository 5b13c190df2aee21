import { z } from 'zod';
import { timestamp } from './fields.ts';
import { changeView } from './slo-changes.ts';
import { budgetFacts, sloFlags, sloPage, sloStates, tierReading } from './slo-facts.ts';

/** The span that a budget is for. */
export const sloWindow = z.object({
  kind: z.enum(['rolling', 'calendar']),
  /** Length of a rolling one. */
  minutes: z.number().int().nullable(),
  unit: z.enum(['day', 'week', 'month', 'quarter', 'year']).nullable(),
  count: z.number().int(),
  timeZone: z.string().nullable(),
});
export type SloWindow = z.infer<typeof sloWindow>;

/** How one SLO stands, in a line. */
export const sloSummary = z.object({
  id: z.string(),
  displayName: z.string().nullable(),
  service: z.string(),
  target: z.number(),
  window: sloWindow,
  state: z.enum(sloStates),
  flags: z.array(z.enum(sloFlags)),
  /** Shown, never told. */
  shadow: z.boolean(),
  /** When it was judged last; null before anything was. */
  asOf: timestamp.nullable(),
  sli: z.number().nullable(),
  /** Below zero when overspent. */
  remainingShare: z.number().nullable(),
  /** The same without corrections. */
  rawRemainingShare: z.number().nullable(),
  /** Over the last hour; 1 spends just all of the budget in its window. */
  burn: z.number().nullable(),
  /** Share of the window that was measured. */
  coverage: z.number().nullable(),
  correctedMinutes: z.number(),
  openPages: z.number().int(),
});
export type SloSummary = z.infer<typeof sloSummary>;

const correctionView = z.object({
  id: z.string(),
  /** Set for a single span. */
  from: timestamp.nullable(),
  to: timestamp.nullable(),
  /** Set for a recurring one: RFC 5545 rule, local start, zone and length. */
  rule: z.string().nullable(),
  start: z.string().nullable(),
  timeZone: z.string().nullable(),
  minutes: z.number().int().nullable(),
  who: z.string(),
  why: z.string(),
  agreedBy: z.string(),
});

/** How the source of an SLO does. */
const sourceView = z.object({
  /** When it was read last without a failure. */
  succeededAt: timestamp.nullable(),
  /** Why it cannot be read now, in its own words; null when the last reading went well. */
  failure: z
    .object({ code: z.string(), message: z.string(), nextAttemptAt: timestamp.nullable() })
    .nullable(),
  /** Log objects that wait, that were damaged, and that were gone or given up. */
  pending: z.number().int(),
  damaged: z.number().int(),
  lost: z.number().int(),
  /** Old objects that are still to be counted under this definition. */
  backfillLeft: z.number().int(),
  /** Of a probe, its runs of the last hour, and what was wrong with those that failed: `connect ECONNREFUSED`. */
  probe: z
    .object({
      runs: z.number().int(),
      failed: z.number().int(),
      faults: z.array(z.object({ what: z.string(), runs: z.number().int() })),
    })
    .optional(),
});

export const targetView = z.object({
  /** Null: from the beginning. */
  from: timestamp.nullable(),
  target: z.number(),
});

/** All about one SLO. */
export const sloDetail = sloSummary.extend({
  description: z.string().nullable(),
  method: z.enum(['occurrences', 'timeslices', 'ratio-timeslices']),
  sliceMinutes: z.number().int().nullable(),
  sliceTarget: z.number().nullable(),
  missing: z.enum(['good', 'bad', 'exclude', 'freeze']),
  source: z.string(),
  /** What a composite is weighed of, over its window; empty where there is one indicator. */
  parts: z.array(
    z.object({
      name: z.string(),
      weight: z.number(),
      source: z.string(),
      /** Events, or slices of time. */
      total: z.number(),
      bad: z.number(),
      /** Share of good; null when nothing happened. */
      sli: z.number().nullable(),
      /** Over the last hour, its own errors over what the composite's target allows. */
      burn: z.number().nullable(),
      /** Share of the composite's errors that are its doing; null while there are none. */
      errorShare: z.number().nullable(),
      /** How much of the composite's whole budget it spent; null while there is none. */
      budgetShare: z.number().nullable(),
      coverage: z.number().nullable(),
    }),
  ),
  /** Null before it was read for the first time. */
  sourceHealth: sourceView.nullable(),
  file: z.string(),
  line: z.number().int(),
  budget: budgetFacts.nullable(),
  /** Without corrections. */
  raw: budgetFacts.nullable(),
  tiers: z.array(tierReading),
  outlook: z
    .object({
      /** When the budget is spent at the last hour's rate. */
      spentAt: timestamp.nullable(),
      resetsAt: timestamp.nullable(),
      recoversAt: timestamp.nullable(),
    })
    .nullable(),
  targets: z.array(targetView),
  /** The target that the file says and the one that was agreed last, where they differ: what was agreed holds. */
  fileDiffers: z.object({ file: z.number(), agreed: z.number() }).nullable(),
  corrections: z.array(correctionView),
  /** Open pull requests that a spent budget concerns; absent where GitHub is not set up for the service. */
  changes: z.array(changeView).optional(),
  /** Alerts are of what happened from here on; what was loaded of before is only counted. Null before it was judged. */
  alertsFrom: timestamp.nullable(),
  /** Open ones first, then the latest. */
  pages: z.array(sloPage),
});
export type SloDetail = z.infer<typeof sloDetail>;
