import type { InputOf, OperationName, OutputOf } from '../operations.ts';
import { step } from '../step.ts';
import type { Rng } from '../world/rng.ts';
import type { World } from '../world/world.ts';
import { noAnswer, toCloudError } from './cloud-failure.ts';

/** Where a call goes; the rest of a scope matters only to a network. */
export interface Target {
  readonly account: string;
  readonly region: string;
}

/** Sends one call to the world. Errors: `CloudError`. */
export type Send = <Name extends OperationName>(
  target: Target,
  operation: Name,
  input: InputOf<Name>,
) => OutputOf<Name>;

/** Sends to a world as a role that may do everything. @param now epoch milliseconds */
export function sendTo(world: World, now: () => number, rng: Rng): Send {
  return ({ account, region }, operation, input) => {
    const caller = `arn:aws:sts::${account}:assumed-role/sekisho/sekisho`;
    const outcome = step(world, { operation, account, region, caller, input }, now(), rng);
    if (outcome.kind === 'lost') throw noAnswer();
    if (outcome.kind === 'refusal') throw toCloudError(outcome.refusal);
    return outcome.output;
  };
}
