import type { z } from 'zod';

/** `approve` is a write that only a person at a door may do: never an agent, a CI job or a bare token. */
export type Effect = 'read' | 'write' | 'approve';

/** Roles from weakest to strongest; each may do what the ones before it may. */
export const roles = ['read-only', 'member', 'sre', 'admin'] as const;
export type Role = (typeof roles)[number];

/** One thing that a principal can do, as every door sees it. */
export interface Verb<
  Name extends string = string,
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
> {
  readonly name: Name;
  readonly effect: Effect;
  /** Weakest role that may try; policy and the lease's own state may refuse more. */
  readonly role: Role;
  readonly input: Input;
  readonly output: Output;
  /** Input fields that the command line takes by position, in order. */
  readonly positional: readonly string[];
  /** Only for a person at a door: never an agent, a CI job or a bare token. Approvals always are. */
  readonly personOnly: boolean;
  /** The answer holds a secret: it is never stored, so a replay says "already issued". */
  readonly secret: boolean;
  /** Bytes that a call of it may have as JSON: doors take in no more. */
  readonly largestCall: number;
  /** Command lines that work in practice, without the leading `sekisho`. */
  readonly examples: readonly string[];
}

interface Declaration<Name extends string, Input, Output> {
  readonly name: Name;
  readonly effect: Effect;
  readonly role?: Role;
  readonly input: Input;
  readonly output: Output;
  readonly positional?: readonly string[];
  readonly personOnly?: boolean;
  readonly secret?: boolean;
  readonly largestCall?: number;
  readonly examples: readonly string[];
}

/** Enough for every field of nearly every verb, each letter as an escape. */
const usualCall = 64 * 1024;

/** Declares a verb; the weakest role is `read-only` for reads and `member` for the rest unless said. */
export function verb<
  const Name extends string,
  Input extends z.ZodObject,
  Output extends z.ZodType,
>(declaration: Declaration<Name, Input, Output>): Verb<Name, Input, Output> {
  return {
    role: declaration.effect === 'read' ? 'read-only' : 'member',
    positional: [],
    personOnly: declaration.effect === 'approve',
    secret: false,
    largestCall: usualCall,
    ...declaration,
  };
}
