import type { Call, Outcome } from './call.ts';
import { tagContext } from './judge/context.ts';
import { decideFor } from './judge/decide-for.ts';
import { judge } from './judge/judge.ts';
import type { Moment } from './operation.ts';
import { type OperationName, type OutputOf, operations } from './operations.ts';
import type { Tags } from './world/records.ts';
import { Refusal } from './world/refusal.ts';
import type { Rng } from './world/rng.ts';
import type { World } from './world/world.ts';

/** Carries out a call that policies allow as it is, at the world's own time; anything but a `Refusal` is a bug and thrown. */
export function perform<Name extends OperationName>(
  world: World,
  call: Call<Name>,
  rng: Rng,
): Outcome<OutputOf<Name>> {
  const { account, region, caller } = call;
  const session = world.credentials.get(call.accessKey ?? '');
  const allows = (action: string, resource: string, tags: Tags = {}) => {
    const context = { 'aws:RequestedRegion': region, ...tagContext('aws:ResourceTag', tags) };
    return (
      session === undefined || decideFor(world, session, { action, resource, context }) === 'allow'
    );
  };
  const who = { account, region, caller, session, allows };
  const moment: Moment = { world, now: world.clock, rng, ...who };
  const run = operations[call.operation].run as (at: Moment, input: unknown) => OutputOf<Name>;
  try {
    judge(world, call);
    if (call.dryRun === true) throw wouldDo();
    return { kind: 'answer', output: run(moment, call.input) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refusal', refusal: error };
    throw error;
  }
}

/** What EC2 answers to whoever may do what they only asked for. */
function wouldDo(): Refusal {
  const message = 'Request would have succeeded, but DryRun flag is set.';
  return new Refusal('DryRunOperation', message, 412);
}
