import { z } from 'zod';
import type { PersonCall } from '../people/people.ts';

const values = z.record(z.string(), z.unknown()).default({});
const count = z.number().int().min(0).max(1_000);

/** Whatever can be done under `/practice/`, by path, with the body that each takes. */
export const PEOPLE_BODIES = {
  command: z
    .strictObject({ user: z.string(), channel: z.string(), text: z.string() })
    .transform((body): PersonCall => ({ act: 'command', ...body })),
  message: z
    .strictObject({
      user: z.string(),
      channel: z.string(),
      text: z.string(),
      threadTs: z.string().optional(),
    })
    .transform((body): PersonCall => ({ act: 'message', ...body })),
  click: z
    .strictObject({
      user: z.string(),
      channel: z.string(),
      ts: z.string(),
      blockId: z.string(),
      actionId: z.string(),
      value: z.unknown().optional(),
    })
    .transform((body): PersonCall => ({ act: 'click', ...body })),
  'view/submit': z
    .strictObject({ user: z.string(), viewId: z.string(), values })
    .transform((body): PersonCall => ({ act: 'submit', ...body })),
  'view/close': z
    .strictObject({ user: z.string(), viewId: z.string(), all: z.boolean().default(false) })
    .transform((body): PersonCall => ({ act: 'close', ...body })),
  'view/action': z
    .strictObject({
      user: z.string(),
      viewId: z.string(),
      blockId: z.string(),
      actionId: z.string(),
      value: z.unknown().optional(),
      values,
    })
    .transform((body): PersonCall => ({ act: 'view-action', ...body })),
  'home/open': z
    .strictObject({ user: z.string() })
    .transform((body): PersonCall => ({ act: 'open-home', ...body })),
  faults: z
    .strictObject({
      delayMs: z.number().int().min(0).max(600_000).optional(),
      duplicates: count.optional(),
      dropAcks: count.optional(),
      rateLimited: count.optional(),
      retryAfterSeconds: z.number().int().min(1).max(600).optional(),
      userGroups: z
        .enum(['plan_upgrade_required', 'permission_denied', 'missing_scope'])
        .nullable()
        .optional(),
    })
    .transform((body): PersonCall => ({ act: 'faults', faults: withoutUndefined(body) })),
} as const;

type Defined<Body> = { [Field in keyof Body]: Exclude<Body[Field], undefined> };

function withoutUndefined<Body extends object>(body: Body): Defined<Body> {
  const set = Object.entries(body).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set) as Defined<Body>;
}
