import type { Principal } from '@sekisho/contract';
import { type Core, personOf, useToken } from '@sekisho/core';
import { readerOf } from './reader.ts';
import type { Reader } from './told.ts';

/** Who asks, as a door found out. */
export interface Caller {
  readonly principal: Principal;
  /** Verbs that a token may call; null when not limited. */
  readonly scopes: readonly string[] | null;
  readonly reader: Reader;
}

/** The credential of `Authorization: Bearer …`; null when the header is absent, '' when it is something else. */
export function bearerOf(authorization: string | null): string | null {
  if (authorization === null) return null;
  return /^Bearer +([\x21-\x7e]+)$/i.exec(authorization.trim())?.[1] ?? '';
}

/** The caller behind an API token; null when it is not good now. */
export async function callerOfToken(
  { house }: Pick<Core, 'house'>,
  token: string,
  acceptLanguage: string | null,
): Promise<Caller | null> {
  if (token === '') return null;
  const now = house.clock.now();
  const row = await useToken(house.database.kysely, token, now);
  if (row === undefined) return null;
  const owner = personOf(house.config(), row.owner);
  return {
    principal: {
      id: row.agent ? `agent:${row.owner}` : row.owner,
      kind: row.agent ? 'agent' : 'person',
      assurance: 'token',
      authenticatedAt: now.toISOString(),
    },
    scopes: row.scopes,
    reader: readerOf(owner, acceptLanguage),
  };
}
