import { z } from 'zod';
import { timestamp } from './fields.ts';
import { proposal } from './slo-agreements.ts';
import { budgetFacts, sloPage } from './slo-facts.ts';
import { sloWindow, targetView } from './slo-views.ts';
import { entry } from './timeline.ts';

/** A month of the calendar, such as `2026-10`. */
export const monthName = z.string().trim().min(1).max(20).meta({ format: 'month' });

export const actionId = z
  .string()
  .trim()
  .regex(/^[\w-]{1,64}$/)
  .meta({ format: 'action' });

export const reviewStates = ['not-started', 'in-progress', 'reviewed'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** Something that somebody shall do, as a review decided. */
export const reviewAction = z.object({
  id: z.string(),
  /** Of which month's review. */
  month: z.string(),
  slo: z.string(),
  what: z.string(),
  owner: z.string().nullable(),
  due: timestamp.nullable(),
  askedBy: z.string(),
  askedAt: timestamp,
  doneAt: timestamp.nullable(),
  doneBy: z.string().nullable(),
});
export type ReviewAction = z.infer<typeof reviewAction>;

/** What bad events are counted for; of several that cover a minute the first of these has it. */
export const reviewCauses = ['incident', 'deploy', 'operation', 'lease'] as const;

const cause = z.object({
  kind: z.enum(reviewCauses),
  /** The incident as pages were linked to it, the number of an entry, or a lease. */
  id: z.string(),
  /** What somebody wrote: the incident, the note, the lease's reason. */
  title: z.string().nullable(),
  who: z.string().nullable(),
  from: timestamp,
  to: timestamp,
  /** Bad events, or slices of time, that count for it and for nothing else. */
  bad: z.number(),
  /** The same as a share of what the month allowed. */
  budgetShare: z.number().nullable(),
  minutes: z.number().int(),
  /** Everything bad while it lasted, whatever it is counted for. */
  touched: z.number(),
  /** The entry of the timeline, where it is one. */
  entry: entry
    .pick({
      ...{ number: true, at: true, actor: true, action: true, outcome: true, subject: true },
      ...{ environment: true, service: true, lease: true, data: true },
    })
    .nullable(),
});
export type ReviewCause = z.infer<typeof cause>;

const attribution = z.object({
  /** All that was measured as bad: causes and `unexplained` sum to just this. */
  bad: z.number(),
  causes: z.array(cause),
  unexplained: z.number(),
  unexplainedShare: z.number().nullable(),
  /** Part of `unexplained` in which a page was on. */
  paged: z.number(),
  /** When the unexplained came together: stretches that took 2 % of the budget or more, a few, the worst first. */
  stretches: z.array(
    z.object({ from: timestamp, to: timestamp, bad: z.number(), paged: z.boolean() }),
  ),
  /** Bad that the missing-data policy put in: in the budget, not among what was measured. */
  assumed: z.number(),
  /** More happened than was read, so that some may be missing among the causes. */
  cut: z.boolean(),
});

/** What the meeting should settle, drafted from the figures. */
export const reviewHints = [
  'no-data',
  'overspent',
  'low-budget',
  'link-pages',
  'acknowledge',
  'explain',
  'answer-proposal',
  'raise-target',
  'lower-target',
  'measure-more',
] as const;
export type ReviewHint = (typeof reviewHints)[number];

const hint = z.object({
  what: z.enum(reviewHints),
  /** How many pages, bad events or minutes it is about; null where it counts nothing. */
  count: z.number().nullable(),
  /** The target to propose, or that was proposed; null for others. */
  target: z.number().nullable(),
  /** The first thing it is about: a page, a proposal. */
  id: z.string().nullable(),
});

const decision = z.object({
  text: z.string(),
  by: z.string(),
  at: timestamp,
  /** What was known then; what came later changes the figures, never these. */
  basis: z.object({
    asOf: timestamp.nullable(),
    target: z.number().nullable(),
    total: z.number(),
    bad: z.number(),
    remainingShare: z.number().nullable(),
  }),
  /** Late data or a correction changed the counts since. */
  changedSince: z.boolean(),
});

/** One SLO in the review of a month. */
export const sloReview = z.object({
  id: z.string(),
  displayName: z.string().nullable(),
  service: z.string(),
  shadow: z.boolean(),
  window: sloWindow,
  method: z.enum(['occurrences', 'timeslices', 'ratio-timeslices']),
  state: z.enum(reviewStates),
  decision: decision.nullable(),
  /** The targets that were in force in the month. */
  targets: z.array(targetView),
  /** Of the month itself, by the targets in force then; null where nothing was measured. */
  budget: budgetFacts.nullable(),
  /** The same without corrections. */
  raw: budgetFacts.nullable(),
  /** By the SLO's own window, as of the month's end. */
  own: budgetFacts.nullable(),
  days28: budgetFacts.nullable(),
  days7: budgetFacts.nullable(),
  /** Everything that was counted, corrected minutes too. */
  traffic: z.object({
    good: z.number(),
    bad: z.number(),
    excluded: z.number(),
    clientErrors: z.number(),
  }),
  attribution: attribution.nullable(),
  corrections: z.array(
    z.object({
      ...{ id: z.string(), who: z.string(), why: z.string(), agreedBy: z.string() },
      ...{ from: timestamp, to: timestamp },
      /** What it took out; of minutes that several cover the first has them. */
      bad: z.number(),
      minutes: z.number().int(),
    }),
  ),
  pages: z.array(
    sloPage.pick({
      ...{ id: true, key: true, severity: true, firedAt: true, resolvedAt: true },
      ...{ acknowledgedAt: true, acknowledgedBy: true, incident: true, untold: true },
    }),
  ),
  /** Open ones. */
  proposals: z.array(proposal),
  /** The highest of the usual targets that the time before the month's end would have kept; null where none, or nothing to say. */
  suggestion: z
    .object({ target: z.number(), days: z.number().int(), pages: z.number().int() })
    .nullable(),
  hints: z.array(hint),
  actions: z.array(reviewAction),
});
export type SloReview = z.infer<typeof sloReview>;

/** The draft of a month's meeting, or what was decided in it. */
export const monthReview = z.object({
  month: z.string(),
  /** Where the month's days begin and end. */
  timeZone: z.string(),
  from: timestamp,
  to: timestamp,
  /** The month has ended. */
  over: z.boolean(),
  state: z.enum(reviewStates),
  reviewed: z.number().int(),
  /** SLOs that this answer has no room for. */
  leftOut: z.number().int(),
  /** The lowest remaining budget first. */
  slos: z.array(sloReview),
  /** Those of earlier months that are not done. */
  carriedOver: z.array(reviewAction),
  /** Rises with every change of state, decision or action. */
  revision: z.number().int(),
});
export type MonthReview = z.infer<typeof monthReview>;
