import { createHmac, timingSafeEqual } from 'node:crypto';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { DoorLogger } from '../../door-logger.ts';
import { readBytes } from '../../read-bytes.ts';

/** Slack's own window for old requests; we use the same for requests from the future. */
const windowSeconds = 300;
/** Bytes; what Slack sends is far smaller. */
const largestBody = 1_000_000;
/** Slack stops waiting after three seconds. */
const patienceMs = 2_900;

export interface HttpReceiverOptions {
  readonly signingSecret: string;
  /** The machine's clock; signatures carry Slack's. */
  readonly now: () => Date;
  readonly logger: DoorLogger;
}

export interface HttpReceiver extends Receiver {
  /** Answers one request of Slack's; mount it at `/slack/events`. */
  readonly handle: (request: Request) => Promise<Response>;
}

/**
 * Bolt's receiver for HTTP as a fetch handler, so that it is a route among others. Bolt's own
 * checks signatures only against old timestamps; this one refuses future ones as well.
 */
export function createHttpReceiver(options: HttpReceiverOptions): HttpReceiver {
  let app: App | null = null;
  return {
    init(bolt) {
      app = bolt;
    },
    start: async () => undefined,
    stop: async () => undefined,
    async handle(request) {
      if (request.method !== 'POST') return answer(405);
      // Nobody has proved anything yet: what comes too late is not read, and nothing is read for ever.
      if (!isFresh(request.headers, options.now())) return answer(401);
      const raw = await readBytes(request, largestBody).catch(() => null);
      if (raw === null) return answer(413);
      if (!isSigned(request.headers, raw, options.signingSecret)) return answer(401);
      const body = parseBody(raw.toString('utf8'), request.headers.get('content-type') ?? '');
      if (body === null) return answer(400);
      if (body['type'] === 'url_verification')
        return Response.json({ challenge: body['challenge'] });
      if (body['ssl_check'] !== undefined) return answer(200);
      return app === null ? answer(503) : dispatch(app, body, request.headers, options.logger);
    },
  };
}

function isFresh(headers: Headers, now: Date): boolean {
  const stamp = headers.get('x-slack-request-timestamp') ?? '';
  if (!/^\d{1,12}$/.test(stamp)) return false;
  return Math.abs(now.getTime() / 1000 - Number(stamp)) <= windowSeconds;
}

function isSigned(headers: Headers, raw: Buffer, signingSecret: string): boolean {
  const stamp = headers.get('x-slack-request-timestamp') ?? '';
  const hash = createHmac('sha256', signingSecret).update(`v0:${stamp}:`).update(raw);
  const expected = Buffer.from(`v0=${hash.digest('hex')}`);
  const given = Buffer.from(headers.get('x-slack-signature') ?? '');
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function parseBody(raw: string, type: string): Record<string, unknown> | null {
  try {
    if (type.startsWith('application/json')) return objectOf(JSON.parse(raw));
    const form = new URLSearchParams(raw);
    const payload = form.get('payload');
    return payload === null ? Object.fromEntries(form) : objectOf(JSON.parse(payload));
  } catch {
    return null;
  }
}

function objectOf(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? { ...value } : null;
}

/** Answers as soon as the event is acknowledged; its work goes on behind the answer. */
async function dispatch(
  app: App,
  body: Record<string, unknown>,
  headers: Headers,
  logger: DoorLogger,
): Promise<Response> {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const late = setTimeout(() => resolve(answer(500)), patienceMs);
  const retry = Number(headers.get('x-slack-retry-num') ?? Number.NaN);
  const event: ReceiverEvent = {
    body,
    ack: async (response: unknown) => resolve(acknowledgement(response)),
    ...(Number.isNaN(retry) ? {} : { retryNum: retry }),
  };
  app.processEvent(event).then(
    () => resolve(answer(404)),
    (error: unknown) => {
      logger.error({ err: error }, 'what Slack sent could not be taken in');
      resolve(answer(500));
    },
  );
  return promise.finally(() => clearTimeout(late));
}

function acknowledgement(response: unknown): Response {
  if (response === undefined || response === '') return answer(200);
  return typeof response === 'string' ? new Response(response) : Response.json(response);
}

function answer(status: number): Response {
  return new Response(null, { status });
}
