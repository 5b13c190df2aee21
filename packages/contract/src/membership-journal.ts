import { z } from 'zod';
import { leaseId, timestamp } from './fields.ts';
import { languages } from './people.ts';

/** What somebody can have done during a term, in the order in which a report counts it. */
export const journalKinds = [
  ...['server', 'access', 'job', 'other-lease'],
  ...['approved', 'denied', 'reviewed', 'slo-reviewed', 'stopped'],
  ...['proposed', 'corrected', 'overridden', 'noted'],
  ...['acknowledged', 'linked', 'agreed', 'declined'],
] as const;
export type JournalKind = (typeof journalKinds)[number];

/** Parts of a report: what somebody leased, decided about others' wishes, declared, and answered. */
export const journalSections = ['leased', 'decided', 'declared', 'answered'] as const;
export type JournalSectionName = (typeof journalSections)[number];

export const journalItem = z.object({
  kind: z.enum(journalKinds),
  at: timestamp,
  /** What was done, in the language asked for, as plain text. */
  text: z.string(),
  /** What people wrote about it, such as a reason; null where nobody did or it was erased. */
  detail: z.string().nullable(),
  lease: z.string().nullable(),
  slo: z.string().nullable(),
  /** Number of its entry in the timeline; null where the lease itself tells it. */
  entry: z.number().int().nullable(),
  /** Done by an agent of theirs. */
  byAgent: z.boolean(),
});
export type JournalItem = z.infer<typeof journalItem>;

export const journalInput = z.object({
  id: leaseId,
  /** Language of the text; the caller's own without it. */
  language: z.enum(languages).optional(),
});

export const journal = z.object({
  lease: z.string(),
  person: z.string(),
  team: z.string(),
  from: timestamp,
  /** The end of the term, or now while it lasts. */
  to: timestamp,
  sections: z.array(
    z.object({
      section: z.enum(journalSections),
      /** How often each thing was done; those that never were are missing. */
      counts: z.array(z.object({ kind: z.enum(journalKinds), count: z.number().int() })),
      /** Oldest first. */
      items: z.array(journalItem),
    }),
  ),
  /** More happened than was read: the oldest is missing. */
  cut: z.boolean(),
  /** The draft of their report. */
  markdown: z.string(),
});
export type MembershipJournal = z.infer<typeof journal>;
