import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isLoopback, isOwnOrigin } from './loopback.ts';
import { jsonReply, type Reply, type Request } from './reply.ts';

/** Answers one request; null hangs up. */
export type Answer = (request: Request) => Reply | null;

const largestBody = 1024 * 1024;
/** Objects may be larger. */
const largestS3Body = 65 * 1024 * 1024;

/**
 * Serves on loopback only. Hosts and origins that are not loopback are refused (403), bodies
 * over 1 MiB too, and over 65 MiB for S3 (413).
 *
 * @param port 0 for any free one
 */
export async function listen(
  port: number,
  answer: Answer,
  onBug: (error: unknown) => void,
): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer((incoming, response) => {
    respond(incoming, response, answer).catch((error: unknown) => {
      onBug(error);
      if (response.headersSent) response.destroy();
      else write(response, jsonReply(500, { message: 'Practice has a bug; its log says which.' }));
    });
  });
  // Longer than clients keep an idle connection: one closed under a request looks like a lost answer.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : port };
}

async function respond(
  incoming: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> {
  const { headers, method = 'GET', url = '/' } = incoming;
  if (!isLoopback(headers.host ?? '') || !isOwnOrigin(headers.origin)) {
    incoming.resume();
    return write(response, jsonReply(403, { message: 'Practice answers to this machine only.' }));
  }
  const most = isForS3(headers.authorization) ? largestS3Body : largestBody;
  // Whoever waits for leave to send a body is let by Node itself.
  const bytes = await readBody(incoming, most);
  if (bytes === null) {
    response.setHeader('connection', 'close');
    return write(response, jsonReply(413, { message: `More than ${most} bytes.` }));
  }
  if (!URL.canParse(url, 'http://localhost')) {
    return write(response, jsonReply(400, { message: 'That is no URL.' }));
  }
  const body = bytes.toString('utf8');
  const reply = answer({ method, url: new URL(url, 'http://localhost'), headers, body, bytes });
  if (reply === null) incoming.socket.destroy();
  else write(response, reply);
}

function write(response: ServerResponse, { status, headers, body }: Reply): void {
  // A HEAD's answer says the length of what it does not bring.
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  response.end(body);
}

function isForS3(authorization: string | undefined): boolean {
  return /\/s3\/aws4_request/.test(authorization ?? '');
}

async function readBody(incoming: IncomingMessage, most: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
