import type { createAdaptorServer } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import type { Core } from './core.ts';
import type { Sockets } from './sockets.ts';

/** Lets the app's sockets in, by the ticket that `apps.connections.open` gave out; others are hung up on. */
export function acceptUpgrades(
  server: ReturnType<typeof createAdaptorServer>,
  core: Core,
  sockets: Sockets,
): void {
  const upgrades = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    // Any page on the web may open sockets to this machine and cut them: neither may end the server.
    socket.on('error', () => socket.destroy());
    const ticket = ticketOf(request.url ?? '');
    if (
      ticket === null ||
      sockets.full() ||
      !core.run({ kind: 'connect', ticket }).reply.accepted
    ) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    upgrades.handleUpgrade(request, socket, head, (ws) => sockets.accept(ws, core.state().app.id));
  });
}

/** The ticket in the address of a socket; null for other addresses, and for what is none (`//`). */
function ticketOf(address: string): string | null {
  if (!URL.canParse(address, 'http://practice')) return null;
  const { pathname, searchParams } = new URL(address, 'http://practice');
  return pathname === '/link/' ? (searchParams.get('ticket') ?? '') : null;
}
