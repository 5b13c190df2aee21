import { z } from 'zod';
import { duration, limit, moment, reason, serviceName, sloId, timestamp } from './fields.ts';
import { verb } from './verb.ts';

/** A proposal's or a correction's id, such as `tgt-7k3f9q2m` or `cor-7k3f9q2m`. */
const agreementId = z
  .string()
  .trim()
  .regex(/^[\w-]{1,64}$/)
  .meta({ format: 'agreement' });

/** Percent of good, such as 99.9. A share such as 0.999 is below the least, and told so. */
export const percent = z.coerce.number().min(1).max(99.99999);

/** For whom somebody agrees: the service's owners, or the SREs. */
export const sides = ['owner', 'sre'] as const;
export type Side = (typeof sides)[number];

export const proposalStates = ['open', 'agreed', 'declined', 'replaced', 'lapsed'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** A correction that ended counts for what was before its end; one that was taken back never. */
export const correctionStates = [
  'open',
  'agreed',
  'ended',
  'taken-back',
  'declined',
  'lapsed',
] as const;
export type CorrectionState = (typeof correctionStates)[number];

const agreement = z.object({
  who: z.string(),
  at: timestamp,
  /** For whom they agreed; null while it is open and they could be counted for either. */
  side: z.enum(sides).nullable(),
});

/** One agreement that is missing: for which of the sides, and who could give it, by rule and by name. */
const need = z.object({
  sides: z.array(z.enum(sides)).min(1),
  from: z.array(z.string()),
  people: z.array(z.string()),
});

const common = {
  id: agreementId,
  service: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  askedAt: timestamp,
  /** When nobody's answer counts any more. */
  lapsesAt: timestamp,
  /** In the order in which they were given. */
  agreements: z.array(agreement),
  /** What an open one still needs; empty for every other. */
  needs: z.array(need),
  agreedAt: timestamp.nullable(),
  endedAt: timestamp.nullable(),
  endedBy: z.string().nullable(),
  endReason: z.string().nullable(),
  /** Rises with every change. */
  revision: z.number().int(),
};

/** A target that somebody would like to have for an SLO. */
export const proposal = z.object({
  kind: z.literal('target'),
  ...common,
  slo: z.string(),
  state: z.enum(proposalStates),
  /** Percent. */
  target: z.number(),
  /** Percent that was in force at `from` when it was asked for. */
  before: z.number(),
  /** From when it was asked for; null: as soon as it is agreed. */
  from: timestamp.nullable(),
  /** From when it is in force: never before both had agreed. Null until then. */
  inForceFrom: timestamp.nullable(),
});
export type Proposal = z.infer<typeof proposal>;

/** When the minutes are that do not count. */
const when = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('once'), from: timestamp, to: timestamp }),
  z.object({
    kind: z.literal('recurring'),
    /** The value of an RRULE (RFC 5545). */
    rule: z.string(),
    /** Local date and time of the first. */
    start: z.string(),
    timeZone: z.string(),
    minutes: z.number().int(),
  }),
]);

/** Minutes that do not count, declared by somebody and agreed by somebody else. */
export const correction = z.object({
  kind: z.literal('correction'),
  ...common,
  /** SLOs it is for; null: every one of the service. */
  slos: z.array(z.string()).nullable(),
  state: z.enum(correctionStates),
  when,
  /** What comes at or after it counts again; null unless it was ended. */
  countsAgainFrom: timestamp.nullable(),
  /** Some of it was past already when it was asked for. */
  retroactive: z.boolean(),
});
export type Correction = z.infer<typeof correction>;

/** Something that waits for agreement, or did. */
export const agreed = z.discriminatedUnion('kind', [proposal, correction]);
export type Agreed = z.infer<typeof agreed>;

export const propose = verb({
  name: 'slo.propose',
  effect: 'write',
  input: z.object({ id: sloId, target: percent, from: moment.optional(), reason }),
  output: proposal,
  positional: ['id'],
  examples: [
    'slo propose shop-availability --target 99.5 --from now --reason "what the third party promises"',
  ],
});

const byId = z.object({ id: agreementId });

export const accept = verb({
  name: 'slo.accept',
  effect: 'approve',
  input: byId,
  output: agreed,
  positional: ['id'],
  examples: ['slo accept tgt-7k3f9q2m --as sre'],
});

export const decline = verb({
  name: 'slo.decline',
  effect: 'approve',
  input: z.object({ id: agreementId, reason }),
  output: agreed,
  positional: ['id'],
  examples: ['slo decline tgt-7k3f9q2m --reason "first the retry storm must go" --as sre'],
});

/** Percents in force at an SLO, oldest first. */
const inForce = z.object({
  target: z.number(),
  /** Null: from the beginning. */
  from: timestamp.nullable(),
  /** The proposal that was agreed; null where the file's target holds. */
  proposal: z.string().nullable(),
  reason: z.string().nullable(),
  askedBy: z.string().nullable(),
  agreedBy: z.array(z.string()),
});

export const targets = z.object({
  slo: z.string(),
  service: z.string(),
  /** Percent now. */
  target: z.number(),
  /** Percent that the file says. */
  fileTarget: z.number(),
  /** The file says otherwise than what was agreed: what was agreed holds. */
  differs: z.boolean(),
  history: z.array(inForce),
});
export type Targets = z.infer<typeof targets>;

export const proposals = verb({
  name: 'slo.proposals',
  effect: 'read',
  input: z.object({
    id: sloId.optional(),
    /** Only this one. */
    proposal: agreementId.optional(),
    state: z.enum(proposalStates).optional(),
    limit: limit.optional(),
  }),
  output: z.object({ targets: z.array(targets), proposals: z.array(proposal) }),
  positional: ['id'],
  examples: ['slo proposals', 'slo proposals shop-availability'],
});

export const correct = verb({
  name: 'slo.correct',
  effect: 'write',
  input: z.object({
    slos: z.array(sloId).min(1).max(100).optional(),
    service: serviceName.optional(),
    from: moment.optional(),
    to: moment.optional(),
    rule: z.string().trim().min(1).max(300).optional(),
    start: z.string().trim().min(1).max(40).optional(),
    for: duration.optional(),
    timeZone: z.string().trim().min(1).max(60).optional(),
    reason,
  }),
  output: correction,
  positional: ['slos'],
  examples: [
    'slo correct shop-availability --from "2026-11-21 02:00" --to "2026-11-21 03:00" --reason "database move, announced"',
    'slo correct --service shop --rule "FREQ=WEEKLY;BYDAY=SU" --start 2026-11-22T02:00 --for 1h --time-zone Asia/Tokyo --reason "weekly maintenance"',
  ],
});

export const uncorrect = verb({
  name: 'slo.uncorrect',
  effect: 'write',
  input: z.object({ id: agreementId, reason, entirely: z.boolean().optional() }),
  output: correction,
  positional: ['id'],
  examples: ['slo uncorrect cor-7k3f9q2m --reason "no more maintenance on Sundays"'],
});

export const corrections = verb({
  name: 'slo.corrections',
  effect: 'read',
  input: z.object({
    id: sloId.optional(),
    /** Only this one. */
    correction: agreementId.optional(),
    service: serviceName.optional(),
    state: z.enum(correctionStates).optional(),
    limit: limit.optional(),
  }),
  output: z.array(correction),
  positional: ['id'],
  examples: ['slo corrections', 'slo corrections shop-availability --state open'],
});
