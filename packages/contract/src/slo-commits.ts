import { z } from 'zod';
import { duration, reason, timestamp } from './fields.ts';
import { verb } from './verb.ts';

export const override = verb({
  name: 'slo.override',
  effect: 'write',
  role: 'sre',
  personOnly: true,
  input: z.object({
    /** `owner/name` on GitHub. */
    repository: z
      .string()
      .trim()
      .regex(/^[\w-]{1,39}\/[\w.-]{1,100}$/),
    /** Head of a pull request: its SHA, or the beginning of it. */
    commit: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{7,40}$/),
    reason,
    /** How long, a minute to thirty days; until the next push without it. */
    for: duration.optional(),
    /** Takes back what was let through. */
    withdraw: z.boolean().optional(),
  }),
  output: z.object({
    repository: z.string(),
    commit: z.string(),
    by: z.string(),
    at: timestamp,
    /** Null: until the next push. */
    until: timestamp.nullable(),
    /** Numbers of the open pull requests of this head. */
    pulls: z.array(z.number().int()),
  }),
  positional: ['repository', 'commit'],
  examples: [
    'slo override example/shop 3f9c2d1 --reason "rolls back what burns" --as sre',
    'slo override example/shop 3f9c2d1 --reason "the sale starts at noon" --for 4h --as sre',
  ],
});
