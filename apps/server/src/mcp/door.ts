import type { HttpBindings } from '@hono/node-server';
import { AppError } from '@sekisho/core';
import { bearerOf, type Caller, callerOfToken } from '../caller.ts';
import { clientAddress } from '../client-address.ts';
import { readerOf } from '../reader.ts';
import { agentTokenNeeded, wrongMethod } from '../refusals.ts';
import type { McpDoorOptions } from './options.ts';
import { problemOf } from './problem-of.ts';

/** Answers one request at `/mcp`; the peer's address, by which failed sign-ins are counted, is in the bindings. */
export type McpDoor = (request: Request, bindings?: Partial<HttpBindings>) => Promise<Response>;

/**
 * Makes the door for agents: every verb but approvals as a tool, over MCP's streamable HTTP without sessions.
 * It takes agent tokens only. `Host` is the business of the server it is mounted on.
 */
export function createMcpDoor(options: McpDoorOptions): McpDoor {
  const { clientAddress: whence = clientAddress([]) } = options;
  return async (request, bindings) => {
    const peer = bindings?.incoming?.socket.remoteAddress;
    const address = whence(peer, request.headers.get('x-forwarded-for'));
    const requestId = options.newRequestId();
    const acceptLanguage = request.headers.get('accept-language');
    try {
      if (request.method !== 'POST') throw wrongMethod(request.method, 'POST');
      const caller = await agentOf(request, address, options);
      // Loaded for the first agent: every verb's schemas are made then, and a server opens without them.
      const { serveTools } = await import('./serve-tools.ts');
      return await serveTools(request, caller, requestId, options);
    } catch (error) {
      return problemOf(error, readerOf(undefined, acceptLanguage), requestId, options.logger);
    }
  };
}

/** Errors: `not-signed-in`, `rate-limited`, `DoorRefusal` for a token that is not an agent's. */
async function agentOf(
  request: Request,
  address: string,
  { core, metrics, signInLimit }: McpDoorOptions,
): Promise<Caller> {
  const bearer = bearerOf(request.headers.get('authorization'));
  if (bearer === null) throw new AppError('not-signed-in', {});
  const caller = await signInLimit.attempt(address, bearer, () =>
    callerOfToken(core, bearer, request.headers.get('accept-language')),
  );
  if (caller === null) {
    metrics.countSignInFailure();
    throw new AppError('not-signed-in', {});
  }
  if (caller.principal.kind !== 'agent') throw agentTokenNeeded();
  return caller;
}
