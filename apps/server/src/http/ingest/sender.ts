import { AppError, type Core, personOf, sourceOfScope, useToken } from '@sekisho/core';

/** Whoever sends to a source. */
export interface Sender {
  /** Of the token. */
  readonly id: string;
  /** Names of sources that it may send to; some may not be configured. */
  readonly sources: readonly string[];
}

/** The sender behind a token; null when it is not good now, or its owner has left. */
export async function senderOf(
  { house }: Pick<Core, 'house'>,
  token: string,
): Promise<Sender | null> {
  if (token === '') return null;
  const row = await useToken(house.database.kysely, token, house.clock.now());
  if (row === undefined || personOf(house.config(), row.owner) === undefined) return null;
  const sources = row.scopes.flatMap((scope) => sourceOfScope(scope) ?? []);
  return { id: row.id, sources };
}

/**
 * The source that a sender sends to: the one that its token names.
 * Errors: `token-scope` when that is none, more than one, or not configured as one that is pushed to.
 */
export function sourceOf({ house }: Pick<Core, 'house'>, { sources }: Sender): string {
  const [source] = sources;
  const configured = house.config().sources;
  const known = source !== undefined && Object.hasOwn(configured, source);
  if (sources.length !== 1 || !known || configured[source]?.kind !== 'push')
    throw new AppError('token-scope', { verb: 'ingest:SOURCE' });
  return source;
}
