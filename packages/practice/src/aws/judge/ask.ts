import type { ContextValue } from '@sekisho/iam-policy';
import type { Call } from '../call.ts';
import type { OperationName } from '../operations.ts';
import type { Place, Tags } from '../world/records.ts';
import { tagContext } from './context.ts';

/** One thing that a call asks policies for. */
export interface Ask {
  readonly action: string;
  /** An ARN; `*` for what acts on nothing in particular. */
  readonly resource: string;
  readonly context?: Context;
}

/** What a call says, by condition key. */
export type Context = Readonly<Record<string, ContextValue>>;

/** A call whose input is looked through by the names of its fields. */
export interface AnyCall extends Place {
  readonly operation: OperationName;
  readonly input: Readonly<Record<string, unknown>>;
}

/** @see AnyCall */
export function anyCall({ operation, account, region, input }: Call<OperationName>): AnyCall {
  return { operation, account, region, input: input as Readonly<Record<string, unknown>> };
}

/** The text in a field, or null. */
export function textIn({ input }: AnyCall, field: string): string | null {
  const value = input[field];
  return typeof value === 'string' ? value : null;
}

/** The texts in a field that holds one or several. */
export function textsIn({ input }: AnyCall, field: string): readonly string[] {
  return [input[field]].flat().filter((value) => typeof value === 'string');
}

/** What the tags of a resource say to conditions, in the spelling of all services and in the service's own. */
export function resourceTags(service: 'ec2:ResourceTag' | 'ssm:resourceTag', tags: Tags): Context {
  return { ...tagContext('aws:ResourceTag', tags), ...tagContext(service, tags) };
}

/** Passing a role to a service that will act with it. */
export function passRole(role: string, service: string): Ask {
  return {
    action: 'iam:PassRole',
    resource: role,
    context: { 'iam:PassedToService': `${service}.amazonaws.com` },
  };
}
