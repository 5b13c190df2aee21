import type { Principal } from '@sekisho/contract';
import { AppError, type House, principalOf, type SessionRow, useSession } from '@sekisho/core';
import type { Context } from 'hono';
import { demandOwnPage } from '../hosts.ts';
import type { DoorEnv } from '../options.ts';
import { readCookie } from './cookies.ts';

/** A browser that is signed in. */
export interface SignedIn {
  readonly session: SessionRow;
  readonly principal: Principal;
}

/** Address of the console, where logins are set up; null where they are not. */
export function loginBase(house: House): URL | null {
  const { login, url } = house.config();
  return login === null || url === null ? null : new URL(url);
}

/**
 * The session of the browser's cookie; null when it has none that is good. Only for our own pages:
 * browsers send cookies whatever page asks. Errors: `DoorRefusal` with 403 for another's.
 */
export async function sessionOf(c: Context<DoorEnv>, house: House): Promise<SignedIn | null> {
  const found = await sessionOfVisit(c, house);
  if (found !== null) demandOwnPage(c.req.raw);
  return found;
}

/** The same for a page that somebody opens, wherever the link to it was. */
export async function sessionOfVisit(c: Context<DoorEnv>, house: House): Promise<SignedIn | null> {
  const base = loginBase(house);
  const secret = base === null ? '' : readCookie(c, 'session', base);
  const session = secret === '' ? null : await useSession(house, secret, 'console');
  return session && { session, principal: principalOf(session, house.clock.now()) };
}

/** The same where somebody must be signed in. Errors: `not-signed-in`. */
export async function needSession(c: Context<DoorEnv>, house: House): Promise<SignedIn> {
  const found = await sessionOf(c, house);
  if (found === null) throw new AppError('not-signed-in', {});
  return found;
}
