import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  contract,
  type ErrorCode,
  errorClasses,
  httpStatuses,
  type InputOf,
  type OutputOf,
  type VerbName,
} from '@sekisho/contract';

/** A refusal as the server would tell it. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly fix: string;

  constructor(code: ErrorCode, detail: string, fix: string) {
    super(detail);
    this.code = code;
    this.fix = fix;
  }
}

export interface Seen {
  readonly verb: string;
  readonly input: unknown;
  readonly headers: IncomingMessage['headers'];
}

export type Handlers = {
  [Name in VerbName]?: (input: InputOf<Name>, seen: Seen) => OutputOf<Name>;
};

export interface FakeServer {
  readonly url: string;
  /** Every call of a verb, in order. */
  readonly seen: readonly Seen[];
  /** Paths of the event streams that were opened. */
  readonly streams: readonly string[];
  /** Tells an event to every open stream. */
  readonly tell: (event: { readonly number: number; readonly lease: string | null }) => void;
  /** Ends every open stream, as a restart does. */
  readonly hangUp: () => void;
  readonly close: () => Promise<void>;
}

/** A server that speaks the contract: inputs and outputs are judged by its schemas, the rest is the test's. */
export async function startFakeServer(handlers: Handlers): Promise<FakeServer> {
  const seen: Seen[] = [];
  const streams: string[] = [];
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/v1/events')) {
      streams.push(request.url);
      open.add(response.writeHead(200, { 'content-type': 'text/event-stream' }));
      response.write(': here\n\n');
      return;
    }
    void answer(request, response, handlers, seen);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    streams,
    tell: ({ number, lease }) => {
      const block = `id: ${number}\nevent: entry\ndata: ${JSON.stringify({ number, lease })}\n\n`;
      for (const stream of open) stream.write(block);
    },
    hangUp: () => {
      for (const stream of open) stream.end();
      open.clear();
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  handlers: Handlers,
  seen: Seen[],
): Promise<void> {
  const name = (request.url ?? '').replace('/api/v1/', '').replaceAll('/', '.') as VerbName;
  const send = (status: number, body: unknown) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const input: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const one = { verb: name, input, headers: request.headers };
    seen.push(one);
    const handler = handlers[name] as ((input: unknown, seen: Seen) => unknown) | undefined;
    if (handler === undefined) throw new Refusal('unknown-verb', `No ${name}.`, 'Try another.');
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) throw new Refusal('bad-input', 'It does not fit.', 'Look at the field.');
    send(200, contract[name].output.parse(handler(parsed.data, one)));
  } catch (error) {
    if (!(error instanceof Refusal))
      return void send(500, problemOf('bug', String(error), '', 500));
    const status = httpStatuses[errorClasses[error.code]];
    send(status, problemOf(error.code, error.message, error.fix, status));
  }
}

function problemOf(code: string, detail: string, fix: string, status: number) {
  return { type: 'about:blank', title: code, status, code, detail, fix, requestId: 'req-1' };
}
