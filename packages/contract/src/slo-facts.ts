import { z } from 'zod';
import { timestamp } from './fields.ts';
import { entry } from './timeline.ts';

/*
 * The arithmetic behind budgets and alerts, as doors draw it. Shares are parts of 1; a share of
 * nothing (no traffic, nothing allowed) is null, never 0 or 1.
 */

/** How an SLO stands; the first that holds of these is its state, all that hold are its flags. */
export const sloFlags = ['firing', 'no-data', 'spent', 'burning'] as const;
/** Besides, in its last tenth a budget that nothing burns is `low`; that is no flag. */
export const sloStates = [...sloFlags, 'low', 'well', 'waiting'] as const;
export type SloState = (typeof sloStates)[number];

export const alertKinds = [
  'burn',
  'budget-spent',
  'budget-drop',
  'no-data',
  'client-errors',
] as const;
export type AlertKind = (typeof alertKinds)[number];

export const severities = ['page', 'ticket'] as const;

/** What one window of a burn alert held. */
export const burnWindow = z.object({
  minutes: z.number().int(),
  bad: z.number(),
  total: z.number(),
  /** Share of errors. */
  ratio: z.number().nullable(),
  /** 1 spends just all of the budget in its window. */
  burn: z.number().nullable(),
});
export type BurnWindow = z.infer<typeof burnWindow>;

/** The guard against paging on chance: "2 of 3 failed: not significant". */
export const guardFacts = z.object({
  bad: z.number(),
  total: z.number(),
  /** Share of the whole budget that these failures are; null where nothing is allowed. */
  budgetShare: z.number().nullable(),
  shareNeeded: z.number(),
  /** How likely so many failures are by chance at the threshold. */
  chance: z.number(),
  alpha: z.number(),
  holds: z.boolean(),
});

export const tierVerdicts = [
  'fires',
  'no-traffic',
  'slow-enough',
  'over-already',
  'small-share',
  'not-significant',
] as const;

/** One pair of windows: what they hold, and what keeps the alert from firing. */
export const tierReading = z.object({
  tier: z.string(),
  severity: z.enum(severities),
  /** It fires when both windows burn faster than this. */
  factor: z.number(),
  /** The same as a share of errors. */
  threshold: z.number(),
  long: burnWindow,
  short: burnWindow,
  guard: guardFacts.nullable(),
  verdict: z.enum(tierVerdicts),
});
export type TierReading = z.infer<typeof tierReading>;

/** Clients' own errors against the same hours of past weeks. */
export const clientFacts = z.object({
  minutes: z.number().int(),
  requests: z.number(),
  clientErrors: z.number(),
  share: z.number().nullable(),
  /** Middle share of past weeks. */
  usual: z.number().nullable(),
  /** How many would have been usual. */
  expected: z.number().nullable(),
  /** How likely so many are by chance. */
  probability: z.number().nullable(),
  past: z.array(z.object({ from: timestamp, requests: z.number(), share: z.number().nullable() })),
});

export const budgetFacts = z.object({
  /** Judged as of: earlier than now by the source's lateness, or when frozen for want of data. */
  asOf: timestamp,
  frozen: z.boolean(),
  from: timestamp,
  to: timestamp,
  /** Whether the window is known from its start. */
  full: z.boolean(),
  target: z.number(),
  /** Events, or slices of time. */
  total: z.number(),
  bad: z.number(),
  sli: z.number().nullable(),
  allowed: z.number(),
  /** Below zero when overspent. */
  remaining: z.number(),
  remainingShare: z.number().nullable(),
  /** Mean burn over the window. */
  burn: z.number().nullable(),
  coverage: z.object({
    share: z.number().nullable(),
    measuredMinutes: z.number(),
    expectedMinutes: z.number(),
    /** Minutes that corrections took out. */
    correctedMinutes: z.number(),
    /** Units that the missing-data policy put in. */
    assumed: z.number(),
  }),
});
export type BudgetFacts = z.infer<typeof budgetFacts>;

/** Why an alert fired, frozen at that minute. What does not belong to its kind is null. */
export const pageWhy = z.object({
  kind: z.enum(alertKinds),
  /** The tier that fired; of several the quickest. */
  burn: tierReading.nullable(),
  /** Share of the budget that is gone, and the share at which this speaks. */
  spent: z.object({ share: z.number().nullable(), at: z.number() }).nullable(),
  drop: z
    .object({ share: z.number().nullable(), at: z.number(), minutes: z.number().int() })
    .nullable(),
  noData: z
    .object({
      ...{ coverage: z.number().nullable(), below: z.number(), minutes: z.number().int() },
      /** Where nothing came from, and how many SLOs it feeds; absent in older pages. */
      ...{ source: z.string().optional(), slos: z.number().int().optional() },
    })
    .nullable(),
  clients: clientFacts.nullable(),
  budget: budgetFacts.nullable(),
  /** The minute from which on it burned too fast. */
  beganAt: timestamp.nullable(),
  /** When the budget is spent if it goes on like this; null when it is, or never will be. */
  spentAt: timestamp.nullable(),
  /** When the budget is whole again if nothing more fails. */
  resetsAt: timestamp.nullable(),
  /** When this resolves at the latest if nothing more fails. */
  clearsBy: timestamp.nullable(),
});
export type PageWhy = z.infer<typeof pageWhy>;

/** How an entry of the timeline touches an SLO, the nearest first. */
export const relations = ['service', 'environment', 'house'] as const;

/** Something that changed around the time when it began to burn. */
export const change = entry
  .pick({
    number: true,
    at: true,
    actor: true,
    action: true,
    outcome: true,
    subject: true,
    environment: true,
    service: true,
    lease: true,
    data: true,
  })
  .extend({
    relation: z.enum(relations),
    /** Minutes from the change to the beginning of the burn; below zero when it came after. */
    minutesBefore: z.number(),
  });
export type Change = z.infer<typeof change>;

/**
 * Why nobody was told: a new SLO only watches, a page was on already, another SLO told of the same
 * dark source, or it was over before it was seen.
 */
export const untoldReasons = ['shadow', 'page-fires', 'same-source', 'past'] as const;

/** An alert that fired: a page wakes somebody, a ticket waits for the day. */
export const sloPage = z.object({
  id: z.string(),
  slo: z.string(),
  displayName: z.string().nullable(),
  service: z.string(),
  /** Names the alert within its SLO, such as `burn-page`. */
  key: z.string(),
  severity: z.enum(severities),
  firedAt: timestamp,
  resolvedAt: timestamp.nullable(),
  acknowledgedAt: timestamp.nullable(),
  acknowledgedBy: z.string().nullable(),
  /** Link or words. */
  incident: z.string().nullable(),
  untold: z.enum(untoldReasons).nullable(),
  /** How often it came back soon after resolving; that is told no second time. */
  refired: z.number().int(),
  why: pageWhy,
  /** Most likely first. */
  changed: z.array(change),
  /** Rises with every change. */
  revision: z.number().int(),
});
export type SloPage = z.infer<typeof sloPage>;
