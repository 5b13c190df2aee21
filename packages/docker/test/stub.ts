import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';

/** What is answered to a call: never (`hang`), half of it (`cut`), or text as it is. */
export type Answer =
  | { readonly status: number; readonly json: unknown }
  | { readonly status: number; readonly text: string }
  /** The output of a command, after which it is over. */
  | { readonly output: string }
  /** The same, so many milliseconds later. */
  | { readonly late: number; readonly answer: Answer }
  | 'hang'
  | 'cut';

export interface Call {
  /** Method and path, without the query. */
  readonly route: string;
  readonly query: URLSearchParams;
  readonly json: Readonly<Record<string, unknown>>;
}

type Answering = Answer | ((call: Call) => Answer);

/** Somebody who answers on a socket as an engine would, and tells what was asked. */
export interface Stub {
  readonly socket: string;
  readonly endpoint: string;
  /** Routes that were asked for, oldest first. */
  readonly asked: string[];
  answer(route: string, answering: Answering): void;
  close(): Promise<void>;
}

export async function openStub(): Promise<Stub> {
  const folder = mkdtempSync(join(tmpdir(), 'sekisho-engine-'));
  const socket = join(folder, 'docker.sock');
  const answers = new Map<string, Answering>();
  const asked: string[] = [];
  const open = new Set<Socket>();
  const answerTo = (call: Call): Answer => {
    asked.push(call.route);
    const answering = answers.get(call.route) ?? notFound('page not found');
    return typeof answering === 'function' ? answering(call) : answering;
  };
  const server = createServer((request) => {
    void readCall(request).then((call) => {
      send(request.socket, answerTo(call));
    });
  });
  // Commands are begun by an upgrade, whose answer is the command's own output.
  server.on('upgrade', (request: IncomingMessage, upgraded: Duplex) => {
    send(upgraded, answerTo(callOf(request, '{}')));
  });
  server.on('connection', (one: Socket) => {
    open.add(one.on('error', () => undefined));
    one.on('close', () => open.delete(one));
  });
  await new Promise<void>((listening) => server.listen(socket, listening));
  return {
    ...{ socket, endpoint: `unix://${socket}`, asked },
    answer: (route, answering) => void answers.set(route, answering),
    async close() {
      for (const one of open) one.destroy();
      await new Promise((closed) => server.close(closed));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function readCall(request: IncomingMessage): Promise<Call> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return callOf(request, text || '{}');
}

function callOf({ method, url = '/' }: IncomingMessage, text: string): Call {
  const { pathname, searchParams: query } = new URL(url, 'http://engine');
  return {
    route: `${method ?? ''} ${decodeURIComponent(pathname)}`,
    query,
    json: JSON.parse(text),
  };
}

function send(to: Duplex, answer: Answer): void {
  if (answer === 'hang') return;
  if (typeof answer === 'object' && 'late' in answer)
    setTimeout(() => send(to, answer.answer), answer.late);
  else to.end(wordsOf(answer));
}

function wordsOf(answer: Exclude<Answer, 'hang' | { readonly late: number }>): Buffer {
  if (answer === 'cut') return Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n[{"Id":');
  if ('output' in answer) return outputOf(answer.output);
  const text = 'json' in answer ? JSON.stringify(answer.json) : answer.text;
  const head = `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? 'Other'}\r\nConnection: close`;
  if (answer.status === 204 || answer.status === 304) return Buffer.from(`${head}\r\n\r\n`);
  const type = 'json' in answer ? 'application/json' : 'text/html';
  const length = Buffer.byteLength(text);
  return Buffer.from(
    `${head}\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n${text}`,
  );
}

/** One frame of standard output, as engines send what runs without a terminal. */
function outputOf(text: string): Buffer {
  const head =
    'HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker.raw-stream\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n';
  const frame = Buffer.alloc(8);
  frame.writeUInt8(1, 0);
  frame.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([Buffer.from(head), frame, Buffer.from(text)]);
}

/** A refusal in the words of Docker's API: a status and a message. */
export function refusal(status: number, message: string): Answer {
  return { status, json: { message } };
}

export function notFound(message: string): Answer {
  return refusal(404, message);
}

export function well(json: unknown, status = 200): Answer {
  return { status, json };
}

/** Done, with nothing to say. */
export const done: Answer = { status: 204, text: '' };
