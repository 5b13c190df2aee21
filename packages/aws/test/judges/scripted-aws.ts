import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenCall {
  /** E.g. `RunInstances`; `GET /schedules/x` for the scheduler. */
  readonly name: string;
  readonly body: string;
  /** Access key that signed it. */
  readonly accessKey: string;
}

export type Answer = (response: ServerResponse, call: SeenCall) => void;

export interface ScriptedAws {
  readonly endpoint: string;
  readonly calls: SeenCall[];
  close(): Promise<void>;
}

/** A loopback server that answers each call as the script says, however hostile that is. */
export async function startScriptedAws(script: (call: SeenCall) => Answer): Promise<ScriptedAws> {
  const calls: SeenCall[] = [];
  const server = createServer((request, response) => {
    void read(request).then((call) => {
      calls.push(call);
      script(call)(response, call);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { endpoint: `http://127.0.0.1:${port}`, calls, close };
}

async function read(request: IncomingMessage): Promise<SeenCall> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const target = String(request.headers['x-amz-target'] ?? '').split('.')[1];
  const action = new URLSearchParams(body).get('Action');
  const path = (request.url ?? '').split('?')[0] ?? '';
  const name = target ?? action ?? `${request.method ?? ''} ${path}`;
  const accessKey = /Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  return { name, body, accessKey };
}

export function reply(status: number, type: string, body: string): Answer {
  return (response) => void response.writeHead(status, { 'content-type': type }).end(body);
}

export function xml(status: number, body: string): Answer {
  return reply(status, 'text/xml', body);
}

/** An error of EC2's query protocol. */
export function ec2Error(status: number, code: string): Answer {
  const error = `<Error><Code>${code}</Code><Message>so says AWS</Message></Error>`;
  return xml(status, `<Response><Errors>${error}</Errors><RequestID>r</RequestID></Response>`);
}

/** An error of the query protocol as STS speaks it. */
export function stsError(status: number, code: string): Answer {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error>`;
  return xml(status, `<ErrorResponse>${error}<RequestId>r</RequestId></ErrorResponse>`);
}

/** An error of the JSON protocols (SSM, Scheduler). */
export function jsonError(status: number, code: string): Answer {
  return (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code })
      .end(JSON.stringify({ __type: code, message: 'so says AWS' }));
}

export function json(status: number, body: unknown): Answer {
  return reply(status, 'application/x-amz-json-1.1', JSON.stringify(body));
}

export function callerIs(account: string): Answer {
  const result = `<Arn>arn:aws:iam::${account}:user/x</Arn><UserId>U</UserId><Account>${account}</Account>`;
  return xml(
    200,
    `<GetCallerIdentityResponse><GetCallerIdentityResult>${result}</GetCallerIdentityResult></GetCallerIdentityResponse>`,
  );
}

/** Never answers. */
export const hang: Answer = () => {};
/** Cuts the connection without a word. */
export const reset: Answer = (response) => void response.socket?.resetAndDestroy();
/** Begins an answer and drips it on for ever, so that the connection is never idle. */
export const drip: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/xml' });
  const dripping = setInterval(() => response.write('<x/>'), 50);
  response.once('close', () => clearInterval(dripping));
};
