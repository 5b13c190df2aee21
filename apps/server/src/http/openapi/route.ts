import { Hono } from 'hono';
import { refuseOtherMethods } from '../methods.ts';
import type { DoorEnv } from '../options.ts';
import { openapiDocument } from './document.ts';

/** Serves the API's description, which holds nothing but the contract and so needs no credentials. */
export function openapiRoute(): Hono<DoorEnv> {
  const routes = new Hono<DoorEnv>();
  let text: string | null = null;
  routes.get('/', (c) => {
    text ??= JSON.stringify(openapiDocument());
    c.header('content-type', 'application/json');
    return c.body(text);
  });
  refuseOtherMethods(routes, '/', 'GET');
  return routes;
}
