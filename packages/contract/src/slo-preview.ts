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
 * Where the minutes of a preview are from: counted already, or counted anew from the logs that the
 * server reads; or why there are none.
 */
export const previewBases = [
  'counted',
  'recounted',
  /** Its source is not in force as it is written here. */
  'source-new',
  /** Nothing was counted for this definition, and its source is asked only once it is in force. */
  'not-asked',
  /** Logs are counted anew for an SRE only: who may choose what is counted could read them by guessing. */
  'needs-sre',
  'unreadable',
  'too-many',
  /** The server measures it already, but no minute of it has come in. */
  'nothing-yet',
] as const;
export type PreviewBasis = (typeof previewBases)[number];

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
  /** What it would have shown and told at the document's target; null without minutes. */
  shown: z
    .object({
      from: timestamp,
      to: timestamp,
      spentFrom: timestamp,
      budget: budgetFacts.nullable(),
      curve: windowShares,
      candidate,
    })
    .nullable(),
});
export type PreviewedSlo = z.infer<typeof preview1>;

export const preview = verb({
  name: 'slo.preview',
  effect: 'read',
  role: 'member',
  input: z.object({
    id: sloId.optional(),
    file: definitionFile.optional(),
    text: z.string().max(50_000).optional(),
    days: z.coerce.number().int().min(1).max(31).optional(),
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
