import { z } from 'zod';
import { moment, serviceName, timestamp } from './fields.ts';
import { verb } from './verb.ts';

/** From where a service is looked at, the nearest to its users first. */
export const sloViewNames = ['beacon', 'probe', 'load-balancer', 'server'] as const;
export type SloViewName = (typeof sloViewNames)[number];

export const viewVerdicts = ['stands-in', 'does-not', 'not-enough'] as const;

/** What speaks against a stand-in, or keeps it from being judged. */
export const viewReasons = [
  'misses',
  'own-troubles',
  'out-of-step',
  'understates',
  'never-together',
  'too-few-troubles',
  'unmeasured-troubles',
  'unclear',
] as const;

const share = z.number().nullable();

/** How troubles of one view show in the other. Bounds are one-sided at 95 %. */
const agreement = z.object({
  episodes: z.number().int(),
  shown: z.number().int(),
  /** Not measured there, or with too little traffic to tell. */
  unclear: z.number().int(),
  share,
  low: z.number(),
  high: z.number(),
});

/** One view of a service over the span. */
const view = z.object({
  view: z.enum(sloViewNames),
  slo: z.string(),
  displayName: z.string().nullable(),
  source: z.string(),
  target: z.number(),
  /** Its minutes before this are complete. */
  asOf: timestamp.nullable(),
  good: z.number(),
  bad: z.number(),
  sli: share,
  coverage: z.number(),
  badHours: z.number().int(),
  /** The middle share of bad over its hours. */
  usual: z.number(),
  /** Share of bad that an hour must exceed, by more than chance, to be bad. */
  threshold: z.number(),
  /** What its file says that it stands for, and what the comparison says to that; null when it says nothing. */
  standsFor: z
    .object({
      view: z.enum(sloViewNames),
      /** Day on which that was shown. */
      shown: z.string().nullable(),
      /** Null when nothing measures that view now. */
      verdict: z.enum(viewVerdicts).nullable(),
    })
    .nullable(),
  points: z.array(
    z.object({
      /** End of the bucket. */
      at: timestamp,
      good: z.number(),
      bad: z.number(),
      coverage: z.number(),
      badHours: z.number().int(),
    }),
  ),
});
export type SloViewSeen = z.infer<typeof view>;

/** Two views of one service: the gap between them, and whether the farther can stand in for the nearer. */
const pair = z.object({
  near: z.enum(sloViewNames),
  far: z.enum(sloViewNames),
  verdict: z.enum(viewVerdicts),
  /** The weightiest first; none when it stands in. */
  because: z.array(z.enum(viewReasons)),
  /** In which both were measured. */
  hours: z.number().int(),
  days: z.number().int(),
  /** Share of bad of the nearer less that of the farther: 0.004 is 0.4 points worse for users. */
  gap: z.object({
    value: share,
    /** Bounds at 95 %; null on too few days. */
    low: share,
    high: share,
    /** Hours in which most was lost between the two. */
    worst: z.array(
      z.object({ from: timestamp, lost: z.number(), nearShare: z.number(), farShare: share }),
    ),
  }),
  badHours: z.object({
    near: z.number().int(),
    far: z.number().int(),
    both: z.number().int(),
  }),
  /** Troubles of the nearer that the farther shows, and of the farther that users had. */
  seen: agreement,
  meant: agreement,
  /** Spearman's rank correlation of bad hours, with bounds at 95 %. */
  rank: z.object({ value: share, low: share, high: share }),
  /** Part of the failures in the nearer's bad hours that the farther shows. */
  strength: share,
});
export type SloViewPair = z.infer<typeof pair>;

export const views = verb({
  name: 'slo.views',
  effect: 'read',
  input: z.object({
    service: serviceName,
    from: moment.optional(),
    to: moment.optional(),
    by: z.enum(['hour', 'day']).optional(),
  }),
  output: z.object({
    service: z.string(),
    displayName: z.string().nullable(),
    from: timestamp,
    to: timestamp,
    bucketMinutes: z.number().int(),
    views: z.array(view),
    pairs: z.array(pair),
  }),
  positional: ['service'],
  examples: ['slo views shop', 'slo views shop --from 7d --by hour'],
});

/** How a source stands; the first that holds. */
export const sourceStates = [
  'failing',
  'late',
  'damaged',
  'catching-up',
  'well',
  'waiting',
] as const;

const source = z.object({
  source: z.string(),
  kind: z.string(),
  state: z.enum(sourceStates),
  latenessMinutes: z.number(),
  /** Minutes before this are complete. */
  asOf: timestamp.nullable(),
  /** How much later than its declared lateness it is, in minutes. */
  behindMinutes: z.number().int().nullable(),
  /** Last reading without a failure. */
  succeededAt: timestamp.nullable(),
  failure: z
    .object({
      code: z.string(),
      /** In the source's own words. */
      message: z.string(),
      /** Failures in a row. */
      times: z.number().int(),
      nextAttemptAt: timestamp.nullable(),
    })
    .nullable(),
  /** Log objects that wait, that were damaged, and that were gone or given up. */
  pending: z.number().int(),
  damaged: z.number().int(),
  lost: z.number().int(),
  backfillLeft: z.number().int(),
  /** What counts on it, and how much of the last day was measured for each. */
  slos: z.array(z.object({ id: z.string(), coverage: z.number() })),
  /** Log lines read in the last seven days; null where none were. */
  lines: z
    .object({
      total: z.number(),
      unparsed: z.number(),
      reasons: z.array(
        z.object({
          reason: z.string(),
          lines: z.number(),
          /** What one of them looked like, letters as `a` and digits as `9`: what it said is not kept. */
          shape: z.string(),
        }),
      ),
    })
    .nullable(),
});
export type SloSource = z.infer<typeof source>;

export const sources = verb({
  name: 'slo.sources',
  effect: 'read',
  input: z.object({ service: serviceName.optional() }),
  output: z.array(source),
  examples: ['slo sources', 'slo sources --service shop'],
});
