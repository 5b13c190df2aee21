import { z } from 'zod';
import { sloId, timestamp } from './fields.ts';
import { budgetFacts } from './slo-facts.ts';
import { candidate, windowShares } from './slo-replay.ts';
import { sloWindow } from './slo-views.ts';
import { verb } from './verb.ts';

/** Where a file of definitions may be, seen from sekisho.yaml; it names a file of the server's, and opens none. */
const definitionFile = z
  .string()
  .max(200)
  .regex(/^services(\/\w[\w.-]*)+\.ya?ml$/);

/** Something that `sekisho check` says of a document. */
const finding = z.object({
  severity: z.enum(['problem', 'warning']),
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  path: z.string(),
  code: z.string(),
  /** In the reader's language: why, and how to mend it. */
  why: z.string(),
  fix: z.string(),
});
export type PreviewFinding = z.infer<typeof finding>;

/**
 * Where the minutes of a preview are from: counted already, counted anew from the log files that the
 * server reads, or asked of the source itself; or why there are none of this very definition.
 */
export const previewBases = [
  'counted',
  'recounted',
  'asked',
  /** The source was asked, and has no event for this indicator. */
  'nothing-there',
  /** Its source is not in force as it is written here. */
  'source-new',
  /** Nothing was counted for this definition, and it was said that nothing shall be asked. */
  'unasked',
  /** Nothing was counted for this definition, and its source is read only once it is in force. */
  'not-asked',
  /** Its source sends by itself what it has, and knows no past that it could be asked for. */
  'sent',
  /** A probe knows only what it tried. */
  'probed',
  /** Each question to its source is paid for. */
  'paid',
  /** Sources are asked anew for an SRE only: who may choose what is counted could read them by guessing. */
  'needs-sre',
  'unreadable',
  'too-many',
  /** Others have the same source asked, and wait already. */
  'busy',
  /** The server measures it already, but no minute of it has come in. */
  'nothing-yet',
] as const;
export type PreviewBasis = (typeof previewBases)[number];

/** Why a source could not be asked, or no further back. */
const previewTrouble = z.object({
  source: z.string(),
  /** Of the source's failure, or `slow` and `too-much` for what would spare no source. */
  code: z.string(),
  /** In the source's own words. */
  message: z.string(),
});
export type PreviewTrouble = z.infer<typeof previewTrouble>;

const preview1 = z.object({
  id: z.string(),
  displayName: z.string().nullable(),
  service: z.string(),
  line: z.number().int(),
  /** Percent that the document says. */
  target: z.number(),
  /** Percent that was agreed for the SLO of this name, when it is another: that one stays in force. */
  agreedTarget: z.number().nullable(),
  window: sloWindow,
  source: z.string(),
  basis: z.enum(previewBases),
  /** The span that sources were asked for, which is cut to spare them; null when none was asked. */
  asked: z.object({ from: timestamp, to: timestamp }).nullable(),
  trouble: previewTrouble.nullable(),
  /** Shown are minutes of the definition in force of this name, since there are none of this one. */
  instead: z.boolean(),
  /** What it would have shown and told at the document's target; null without minutes. */
  shown: z
    .object({
      from: timestamp,
      to: timestamp,
      spentFrom: timestamp,
      budget: budgetFacts.nullable(),
      curve: windowShares,
      candidate,
      /** Clients' own errors among the requests, beside the budget; null where the indicator tells none apart. */
      clients: z.object({ errors: z.number(), requests: z.number() }).nullable(),
    })
    .nullable(),
});
export type PreviewedSlo = z.infer<typeof preview1>;

export const preview = verb({
  name: 'slo.preview',
  effect: 'read',
  largestCall: 512 * 1024,
  role: 'member',
  input: z.object({
    id: sloId.optional(),
    file: definitionFile.optional(),
    text: z.string().max(50_000).optional(),
    days: z.coerce.number().int().min(1).max(31).optional(),
    /** Whether sources are asked, and logs read, for what was never counted; they are unless said. */
    ask: z.boolean().optional(),
    points: z.coerce.number().int().min(2).max(2000).optional(),
  }),
  output: z.object({
    /** Where the document is or belongs, beside sekisho.yaml. */
    file: z.string(),
    /** Whether the server has a file of that name. */
    exists: z.boolean(),
    /** The file as the server has read it; null where there is none, or what was read is no text. */
    current: z.string().nullable(),
    findings: z.array(finding),
    /** More findings than are given. */
    more: z.number().int(),
    slos: z.array(preview1),
    /** Names of the sources in force, which an indicator may refer to. */
    sources: z.array(z.object({ name: z.string(), kind: z.string() })),
    services: z.array(z.string()),
  }),
  examples: ['slo preview services/shop.yaml', 'slo preview --id shop-availability'],
});
