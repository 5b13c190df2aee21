import { z } from 'zod';
import { traitsOf } from '../places/traits.ts';
import type { Practice } from '../practice.ts';
import type { PlaceTraits } from '../world/place-records.ts';
import { placeKey } from '../world/world.ts';

const change = z.strictObject({
  account: z.string(),
  region: z.string(),
  vcpuQuota: z.number().int().min(0).nullable().optional(),
  endpoints: z.array(z.enum(['ssm', 'ssmmessages', 'logs', 's3', 'ec2'])).optional(),
  wayOut: z.enum(['nat', 'internet', 'transit']).optional(),
  publicSubnets: z.boolean().optional(),
  switchDocument: z.boolean().optional(),
  logKey: z.boolean().optional(),
  logDays: z.number().int().min(1).nullable().optional(),
});

/** `/_practice/place`: sets up an account's region otherwise; what is not named stays. Errors: `ZodError`. */
export function changePlace(practice: Practice, body: unknown): PlaceTraits {
  const { world } = practice;
  const asked = change.parse(body);
  const before = traitsOf(world, asked);
  const after: PlaceTraits = {
    ...before,
    vcpuQuota: asked.vcpuQuota === undefined ? before.vcpuQuota : asked.vcpuQuota,
    endpoints: asked.endpoints ?? before.endpoints,
    wayOut: asked.wayOut ?? before.wayOut,
    publicSubnets: asked.publicSubnets ?? before.publicSubnets,
    switchDocument: asked.switchDocument ?? before.switchDocument,
    logKey: asked.logKey ?? before.logKey,
    logDays: asked.logDays === undefined ? before.logDays : asked.logDays,
  };
  practice.change(() => world.places.put(placeKey(after), after));
  return after;
}
