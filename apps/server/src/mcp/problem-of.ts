import type { DoorLogger } from '../door-logger.ts';
import { type Reader, tell } from '../told.ts';

/** Problem+json for what fails before MCP itself is spoken. */
export function problemOf(
  error: unknown,
  reader: Reader,
  requestId: string,
  logger: DoorLogger,
): Response {
  const told = tell(error, reader, requestId);
  if (told.bug) logger.error({ err: error, requestId, door: 'mcp' }, 'a bug');
  const { title, status, code, why, fix, facts } = told;
  const type = `urn:sekisho:problem:${code}`;
  const problem = { type, title, status, code, detail: why, fix, facts, requestId };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { ...told.headers, 'content-type': 'application/problem+json' },
  });
}
