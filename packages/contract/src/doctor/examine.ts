import { z } from 'zod';
import { timestamp } from '../fields.ts';
import { verb } from '../verb.ts';
import { doctorCodes, finding } from './finding.ts';

/** What the server finds out about itself and what it depends on; nothing is changed. */
export const examine = verb({
  name: 'doctor.examine',
  effect: 'read',
  role: 'sre',
  input: z.object({
    /** Only these checks. */
    only: z.array(z.enum(doctorCodes)).max(doctorCodes.length).optional(),
    /** Only what is about this AWS account. */
    account: z
      .string()
      .regex(/^\d{12}$/)
      .optional(),
  }),
  output: z.object({
    installation: z.string(),
    practice: z.boolean(),
    examinedAt: timestamp,
    /** How long it took. */
    milliseconds: z.number().int(),
    findings: z.array(finding),
  }),
  examples: ['doctor', 'doctor --only slack-scopes --json', 'doctor --account 222222222222'],
});
