import type { z } from 'zod';
import type { Credentials, Place, Tags } from './world/records.ts';
import type { Rng } from './world/rng.ts';
import type { World } from './world/world.ts';

/** The circumstances of one call. */
export interface Moment extends Place {
  readonly world: World;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly rng: Rng;
  /** ARN of who calls. */
  readonly caller: string;
  /** The role session whose key signed the call; none for an account's own keys. */
  readonly session?: Credentials | undefined;
  /** Whether the caller's policies allow something else, on which an answer hangs; everything without it. @param tags those of the resource */
  readonly allows?: (action: string, resource: string, tags?: Tags) => boolean;
}

export type Service =
  | 'ec2'
  | 'sts'
  | 'iam'
  | 'ssm'
  | 'scheduler'
  | 'sso'
  | 'identitystore'
  | 'organizations'
  | 'sso-oauth'
  | 'awsssoportal'
  | 's3'
  | 'logs'
  | 'servicequotas';

/** One AWS operation: what it takes on the wire, and what it does. */
export interface Operation<Input, Output> {
  readonly service: Service;
  /** Narrows what came over the wire; parameters that practice does not model are refused. */
  readonly input: z.ZodType<Input>;
  /** Judges first and changes the world last: a refusal leaves no trace. Errors: `Refusal`. */
  readonly run: (moment: Moment, input: Input) => Output;
}

/** Declares an operation with its types inferred. */
export function operation<Input, Output>(
  declared: Operation<Input, Output>,
): Operation<Input, Output> {
  return declared;
}
