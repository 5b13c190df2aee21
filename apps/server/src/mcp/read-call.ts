import { contract, type VerbName } from '@sekisho/contract';
import { goodKey, keySchema } from '../idempotency-key.ts';
import { twoKeys } from '../refusals.ts';

/** MCP has no key of its own by which a repeated call is known: a tool that writes takes one beside its input. */
export const keyArgument = 'idempotencyKey';
const keyInMeta = 'sekisho/idempotency-key';

/** The key as a field of a tool's input. */
export const keyField = {
  ...keySchema,
  description: `Choose one for each thing you mean to do: repeating the call with the same key and input answers as the first time did, for a day; with another input it is refused. _meta["${keyInMeta}"] does the same.`,
};

export interface ToolCall {
  readonly name: string;
  readonly arguments?: Record<string, unknown> | undefined;
  readonly _meta?: Record<string, unknown> | undefined;
}

export interface ReadCall {
  readonly input: Readonly<Record<string, unknown>>;
  readonly idempotencyKey?: string;
}

/**
 * Parts what a tool was given into the verb's input and the key of the call. A verb that only reads has no key.
 * Errors: `DoorRefusal` for a key that no door takes, or two that differ.
 */
export function readCall(verb: VerbName, call: ToolCall): ReadCall {
  const given = call.arguments ?? {};
  if (contract[verb].effect === 'read') return { input: given };
  const { [keyArgument]: argument, ...input } = given;
  const meta = call._meta?.[keyInMeta];
  const keys = [
    ...(argument === undefined ? [] : [goodKey(keyArgument, argument)]),
    ...(meta === undefined ? [] : [goodKey(`_meta.${keyInMeta}`, meta)]),
  ];
  const [idempotencyKey, other] = keys;
  if (other !== undefined && other !== idempotencyKey) throw twoKeys(keyArgument, other);
  return idempotencyKey === undefined ? { input } : { input, idempotencyKey };
}
