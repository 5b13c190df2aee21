import { type ErrorClass, errorClasses } from '@sekisho/contract/errors';
import type { Asked } from '../commands/options.ts';
import { discoverPractice } from '../discovery.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { findServer, type Server } from '../server/find-server.ts';
import { newestSession } from '../server/kept-session.ts';
import type { Wanted } from './wanted.ts';

/** An admin of practice, whose hat is worn when none is named. */
const adminHat = 'sre';

/** The server that is named, that practises here or at which somebody is signed in; null without one. */
export function serverToAsk(host: Host, options: Asked['options']): Server | null {
  const { found, unsafe } = discoverPractice(host);
  const named = options.url !== undefined || host.env.SEKISHO_URL || host.env.SEKISHO_TOKEN;
  const known = named || found !== null || unsafe.length > 0 || newestSession(host) !== null;
  if (!known) return null;
  const server = findServer(host, options);
  return server.practice && options.as === undefined
    ? findServer(host, { ...options, as: adminHat })
    : server;
}

/** Keeps what the server sends, once all of it is there. Errors: `Failure`; those of the file system. */
export async function backupOfServer(
  host: Host,
  server: Server,
  { destination, recipients, unencrypted }: Wanted,
) {
  const answer = await ask(host, server, { recipients, unencrypted });
  const { url } = server;
  if (!answer.ok || answer.body === null) throw await refused(host, url, answer);
  const told = /sha-256=:([^:]+):/.exec(answer.headers.get('repr-digest') ?? '')?.[1] ?? '';
  const torn = () => new Failure('unavailable', say(host, 'backup-torn', { url }));
  return destination.keep(whole(answer.body, torn), ({ sha256 }) => {
    if (Buffer.from(sha256, 'hex').toString('base64') !== told) throw torn();
  });
}

async function ask(host: Host, server: Server, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', 'accept-language': host.language };
  const own = await server.headers();
  const request = { method: 'POST', redirect: 'manual', body: JSON.stringify(body) } as const;
  try {
    return await host.fetch(`${server.url}/api/v1/backup`, {
      ...request,
      headers: { ...headers, ...own },
    });
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    const facts = { url: server.url, detail: cause?.code ?? message };
    throw new Failure('unavailable', say(host, 'server-unreachable', facts));
  }
}

async function* whole(body: ReadableStream<Uint8Array>, torn: () => Failure) {
  const reader = body.getReader();
  for (;;) {
    const { value, done } = await reader.read().catch(() => {
      throw torn();
    });
    if (done) return;
    yield value;
  }
}

async function refused(host: Host, url: string, answer: Response): Promise<Failure> {
  const problem = (await answer.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
  const { code, detail, fix } = problem;
  if (typeof code !== 'string' || typeof detail !== 'string' || typeof fix !== 'string')
    return new Failure('unavailable', say(host, 'backup-refused', { url, status: answer.status }));
  const known = Object.hasOwn(errorClasses, code);
  const kind: ErrorClass = known ? errorClasses[code as keyof typeof errorClasses] : 'unavailable';
  return new Failure(kind, `${detail} ${fix}`);
}
