import type { Principal } from '@sekisho/contract';
import {
  type Core,
  personOf,
  principalOf,
  type SessionRow,
  useSession,
  useToken,
} from '@sekisho/core';
import { readerOf, readerUnderHat } from './reader.ts';
import type { Reader } from './told.ts';

/** Who asks, as a door found out. */
export interface Caller {
  readonly principal: Principal;
  /** Verbs that a token may call; null when not limited. */
  readonly scopes: readonly string[] | null;
  readonly reader: Reader;
  /** Id of the session that they are signed in by, if that is how. */
  readonly session?: string;
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

/** The caller behind a command line's session; null when it is not good now. */
export async function callerOfDevice(
  core: Pick<Core, 'house'>,
  token: string,
  acceptLanguage: string | null,
): Promise<Caller | null> {
  const row = await useSession(core.house, token, 'device');
  return row && callerOfSession(core, row, acceptLanguage);
}

/** The caller who is signed in by a session that is good. */
export function callerOfSession(
  { house }: Pick<Core, 'house'>,
  row: SessionRow,
  acceptLanguage: string | null,
): Caller {
  const person = personOf(house.config(), row.person);
  return {
    principal: principalOf(row, house.clock.now()),
    scopes: null,
    // The language that was chosen in the console or for the command line comes first.
    reader: person ? readerUnderHat(person, acceptLanguage) : readerOf(person, acceptLanguage),
    session: row.id,
  };
}
