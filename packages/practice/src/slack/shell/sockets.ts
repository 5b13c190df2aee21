import { randomUUID } from 'node:crypto';
import type { RawData, WebSocket } from 'ws';
import { isObject } from '../arguments.ts';
import type { Delivery } from '../delivery-shape.ts';
import { LIMITS } from '../limits.ts';
import type { Json } from '../state.ts';
import type { Attempt, Retry } from './dispatch.ts';
import type { Timers } from './timers.ts';

/** The app's open sockets. Source: docs.slack.dev/apis/events-api/using-socket-mode. */
export interface Sockets {
  accept(socket: WebSocket, appId: string): void;
  full(): boolean;
  count(): number;
  send(delivery: Delivery, retry: Retry | undefined): Promise<Attempt>;
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  close(): void;
}

const UNREACHABLE: Attempt = { outcome: 'unreachable', payload: {} };
const PING_MS = 10_000;

/** Starts with no socket open; deliveries go to the open ones in turn. */
export function openSockets(timers: Timers, ackTimeoutMs: number): Sockets {
  const open = new Set<WebSocket>();
  const pending = new Map<string, (attempt: Attempt) => void>();
  let turn = 0;

  function receive(data: string): void {
    const acknowledged = parseAck(data);
    if (acknowledged === undefined) return;
    pending.get(acknowledged.id)?.({ outcome: 'acknowledged', payload: acknowledged.payload });
    pending.delete(acknowledged.id);
  }

  return {
    accept(socket, appId) {
      open.add(socket);
      const pinging = setInterval(() => socket.ping(), PING_MS).unref();
      socket.on('message', (data) => receive(textOf(data)));
      socket.on('error', () => socket.terminate());
      socket.on('close', () => {
        clearInterval(pinging);
        open.delete(socket);
      });
      socket.send(JSON.stringify(hello(appId, open.size)));
    },
    full: () => open.size >= LIMITS.connections,
    count: () => open.size,
    async send(delivery, retry) {
      const ready = [...open].filter((socket) => socket.readyState === socket.OPEN);
      turn += 1;
      const socket = ready[turn % Math.max(1, ready.length)];
      if (socket === undefined) return UNREACHABLE;
      const id = randomUUID();
      const answer = new Promise<Attempt>((resolve) => pending.set(id, resolve));
      const copies = retry === undefined ? delivery.copies : 1;
      for (let i = 0; i < copies; i += 1) socket.send(envelope(id, delivery, retry));
      const late = timers
        .wait(ackTimeoutMs)
        .then((): Attempt => ({ outcome: 'timeout', payload: {} }));
      const attempt = await Promise.race([answer, late]);
      pending.delete(id);
      return attempt;
    },
    disconnect(reason) {
      const message = { type: 'disconnect', reason, debug_info: { host: 'practice' } };
      for (const socket of open) socket.send(JSON.stringify(message));
    },
    close() {
      for (const socket of open) socket.terminate();
    },
  };
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString();
  return Buffer.isBuffer(data) ? data.toString() : Buffer.from(data).toString();
}

function hello(appId: string, connections: number): Json {
  return {
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'practice', build_number: 1, approximate_connection_time: 18_060 },
    connection_info: { app_id: appId },
  };
}

function envelope(id: string, delivery: Delivery, retry: Retry | undefined): string {
  const retries = { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' };
  return JSON.stringify({
    envelope_id: id,
    payload: delivery.payload,
    type: delivery.type,
    accepts_response_payload: delivery.acceptsResponsePayload,
    ...(delivery.type === 'events_api' || retry !== undefined ? retries : {}),
  });
}

function parseAck(data: string): { id: string; payload: Json } | undefined {
  try {
    const message: unknown = JSON.parse(data);
    if (!isObject(message) || typeof message['envelope_id'] !== 'string') return undefined;
    const payload = message['payload'];
    return { id: message['envelope_id'], payload: isObject(payload) ? payload : {} };
  } catch {
    return undefined;
  }
}
