import type { Problem } from '@sekisho/contract';
import type { Context } from 'hono';
import type { DoorLogger } from '../door-logger.ts';
import { tell } from '../told.ts';
import type { DoorEnv } from './options.ts';

/** Answers with problem+json (RFC 9457) whatever was thrown; a bug is logged with its trace. */
export function problemAnswer(error: unknown, c: Context<DoorEnv>, logger: DoorLogger): Response {
  const requestId = c.get('requestId');
  const told = tell(error, c.get('reader'), requestId);
  if (told.bug) {
    logger.error({ err: error, requestId, method: c.req.method, path: c.req.path }, 'a bug');
  }
  const problem: Problem = {
    type: `urn:sekisho:problem:${told.code}`,
    title: told.title,
    status: told.status,
    code: told.code,
    detail: told.why,
    fix: told.fix,
    ...(told.facts === undefined ? {} : { facts: told.facts }),
    requestId,
  };
  for (const [name, value] of Object.entries(told.headers)) c.header(name, value);
  c.header('content-type', 'application/problem+json');
  c.header('cache-control', 'no-store');
  return c.body(JSON.stringify(problem), told.status as 400);
}
