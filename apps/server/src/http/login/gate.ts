import type { Context } from 'hono';
import type { DoorEnv, HttpDoorOptions } from '../options.ts';
import { loginBase, sessionOfVisit } from './session-of.ts';

/**
 * Sends somebody who opens a page without being signed in to the login, and back to that page
 * afterwards; null for everything else.
 */
export async function gate(
  c: Context<DoorEnv>,
  { core: { house } }: Pick<HttpDoorOptions, 'core'>,
): Promise<Response | null> {
  if (c.req.method !== 'GET' || loginBase(house) === null) return null;
  const { pathname, search } = new URL(c.req.url);
  const isPage = !/\.\w+$/.test(pathname) && (c.req.header('accept') ?? '').includes('text/html');
  if (!isPage || (await sessionOfVisit(c, house)) !== null) return null;
  return c.redirect(`/login?return=${encodeURIComponent(pathname + search)}`);
}
