import { advance } from './advance.ts';
import type { Call, Outcome } from './call.ts';
import type { OperationName, OutputOf } from './operations.ts';
import { operations } from './operations.ts';
import { perform } from './perform.ts';
import { broken, denied, throttled } from './refusals.ts';
import type { Refusal } from './world/refusal.ts';
import { type Rng, uuid } from './world/rng.ts';
import type { World } from './world/world.ts';

/**
 * Moves the world to `now`, then carries out one call as the faults in force allow.
 * The same world, call, time and randomness give the same outcome. The world is
 * changed in place: copying a hundred thousand instances for every call would be absurd.
 *
 * @param now epoch milliseconds; earlier than the world's clock counts as the world's clock
 */
export function step<Name extends OperationName>(
  world: World,
  call: Call<Name>,
  now: number,
  rng: Rng,
): Outcome<OutputOf<Name>> {
  advance(world, now, rng);
  const refused = strikeDown(world, call, rng);
  if (refused !== null) return { kind: 'refusal', refusal: refused };
  if (world.strike(call, ['lost-request'], rng) !== undefined) return { kind: 'lost' };
  // A dry run that lands late would not be one any more.
  const late = call.dryRun === true ? undefined : world.strike(call, ['late'], rng);
  if (late !== undefined) {
    const id = uuid(rng);
    const landsAt = world.clock + (late.delayMs ?? 0);
    const { operation, account, region, caller, accessKey, input } = call;
    const from = { account, region, caller, accessKey };
    world.lateCalls.put(id, { id, operation, ...from, input, landsAt });
    return { kind: 'lost' };
  }
  const outcome = perform(world, call, rng);
  const lost = world.strike(call, ['lost-answer'], rng) !== undefined;
  return lost ? { kind: 'lost' } : outcome;
}

function strikeDown(world: World, call: Call<OperationName>, rng: Rng): Refusal | null {
  const struck = world.strike(call, ['throttle', 'denied', 'server-error'], rng);
  if (struck === undefined) return null;
  const { service } = operations[call.operation];
  switch (struck.kind) {
    case 'throttle':
      return throttled(service);
    case 'denied':
      return denied(service, call);
    default:
      return broken(service);
  }
}
