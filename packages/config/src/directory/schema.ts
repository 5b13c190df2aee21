import { z } from 'zod';
import { name, span } from '../schema-fields.ts';

/** `directory` of sekisho.yaml: what the roster takes over from Identity Center. */
export const directorySchema = z.strictObject({
  people: z
    .enum(['match', 'add'])
    .default('match')
    .describe(
      'match: only people of this file, found by e-mail; add: everybody else of the directory as well, as members.',
    ),
  addedMayApprove: z
    .boolean()
    .default(false)
    .describe(
      'Whether people whom the directory added may approve and break the glass: one who is in this file under another address would be two people.',
    ),
  groups: z
    .record(z.string().min(1).max(1024), name)
    .default({})
    .describe('Groups of Identity Center, and the group of the roster that each one gives.'),
  deactivated: z
    .enum(['refuse', 'report'])
    .default('refuse')
    .describe('Whether somebody who is deactivated there may still ask and approve here.'),
  every: span.default('15m').describe('How often the directory is read.'),
  staleAfter: span
    .default('24h')
    .describe('How old what was read may be before it gives nothing any more.'),
});

export type DirectoryDocument = z.output<typeof directorySchema>;
