import type { OutputOf, Verb, VerbName } from '@sekisho/contract';
import type { z } from 'zod';
import type { Context, House, Tx } from './context.ts';

/** The parsed input of a verb. */
export type ParsedInput<V extends Verb> = z.output<V['input']>;

/** What a verb may use before its transaction: reading and the cloud, through ports. */
export interface PrepareScope<Ports> {
  readonly house: House;
  readonly ports: Ports;
  readonly context: Context;
}

/**
 * A verb at work. `subject` names what is locked while it is decided; calls on one subject
 * take turns. `prepare` may call the cloud and read; `decide` runs in one transaction and
 * judges again what `prepare` saw.
 */
export interface Implementation<V extends Verb, Ports, Prepared> {
  readonly verb: V;
  readonly subject?: SubjectOf<V>;
  /** It writes and records in transactions of its own while it is prepared: to ask again is no deed. */
  readonly recordsBefore?: true;
  readonly prepare: (scope: PrepareScope<Ports>, input: ParsedInput<V>) => Promise<Prepared>;
  readonly decide: (
    tx: Tx,
    input: ParsedInput<V>,
    prepared: Prepared,
    context: Context,
  ) => Promise<OutputOf<V['name'] & VerbName>>;
}

/** An implementation whose own types are forgotten, as the registry keeps it. */
export interface AnyImplementation<Ports> {
  readonly verb: Verb;
  readonly recordsBefore?: true;
  readonly subject?: (input: never, context: Context) => string;
  readonly prepare: (scope: PrepareScope<Ports>, input: never) => Promise<unknown>;
  readonly decide: (tx: Tx, input: never, prepared: never, context: Context) => Promise<unknown>;
}

type SubjectOf<V extends Verb> = (input: ParsedInput<V>, context: Context) => string;

type Parts<V extends Verb, Ports, Prepared> = Omit<Implementation<V, Ports, Prepared>, 'verb'>;

type PartsWithoutPrepare<V extends Verb> = Omit<Parts<V, unknown, undefined>, 'prepare'>;

/** Says how a declared verb is done. */
export function implement<V extends Verb, Ports, Prepared>(
  verb: V,
  parts: Parts<V, Ports, Prepared>,
): Implementation<V, Ports, Prepared>;
export function implement<V extends Verb>(
  verb: V,
  parts: PartsWithoutPrepare<V>,
): Implementation<V, unknown, undefined>;
export function implement(verb: Verb, parts: object): unknown {
  return { verb, prepare: async () => undefined, ...parts };
}
