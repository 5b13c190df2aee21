import type { InputOf, OperationName, OutputOf } from '../operations.ts';

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
