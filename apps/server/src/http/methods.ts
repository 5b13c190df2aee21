import type { Hono } from 'hono';
import { wrongMethod } from '../refusals.ts';
import type { DoorEnv } from './options.ts';

/** Refuses what the routes before it did not take at a path. Errors of the call: `DoorRefusal` with 405. */
export function refuseOtherMethods(routes: Hono<DoorEnv>, path: string, allowed: string): void {
  routes.all(path, (c) => {
    throw wrongMethod(c.req.method, allowed);
  });
}
