import { z } from 'zod';
import { timeZone } from './schema-fields.ts';

/* `timeline` and `review` of sekisho.yaml: what is looked back at. */

export const timelineSchema = z.strictObject({
  keys: z
    .array(z.string().regex(/^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/, 'public-key'))
    .min(1)
    .describe('Public keys that may sign checkpoints: "publicKey" of those that you trust.'),
});

export const reviewSchema = z.strictObject({
  timeZone: timeZone
    .optional()
    .describe('Where months begin and end; the zone of most people without it.'),
  channel: z
    .string()
    .regex(/^[CG][A-Z0-9]+$/, 'slack-channel')
    .optional()
    .describe('Slack channel of the monthly review; the cards’ channel without it.'),
});
