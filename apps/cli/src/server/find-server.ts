import { isLoopback } from '@sekisho/practice/files';
import { type Discovery, discoverPractice, discoverPracticeAt } from '../discovery.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { type KeptSession, keptSession, newestSession } from './kept-session.ts';
import type { ServerOptions } from './server-options.ts';
import { tokenOf } from './session-token.ts';

/** Whose hat is worn in practice when none is named. */
export const defaultHat = 'engineer';

/** How to reach the server and as whom. */
export interface Server {
  /** Address without a trailing slash. */
  readonly url: string;
  /** Who asks; read where secrets are kept, when it is first needed. Errors: `Failure` when it is there no more. */
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
  readonly practice: boolean;
}

/**
 * Finds the server: the address given, or practice on this machine.
 * Errors: `Failure` when there is none, when it cannot be trusted, or when hat and token do not fit it.
 */
export function findServer(host: Host, options: ServerOptions): Server {
  const given = options.url ?? (host.env.SEKISHO_URL || undefined);
  const url = given === undefined ? undefined : checkedUrl(host, given);
  const token = host.env.SEKISHO_TOKEN || undefined;
  if (token !== undefined) return withToken(host, options, token, url);
  const discovery = url === undefined ? discoverPractice(host) : discoverPracticeAt(host, url);
  if (discovery.found !== null) {
    return {
      url: url ?? withoutSlash(discovery.found.url),
      practice: true,
      headers: known(practiceHeaders(host, discovery.found.secret, options.as ?? defaultHat)),
    };
  }
  // A file that is not to be trusted is told of before anything else is used in its place.
  const kept = discovery.unsafe.length > 0 ? null : keptFor(host, url);
  if (kept !== null && options.as === undefined) {
    return {
      url: kept.url,
      practice: false,
      headers: once(async () => {
        const token = headerSafe(host, 'sekisho login', await tokenOf(host, kept));
        return { authorization: `Bearer ${token}` };
      }),
    };
  }
  throw nothingFound(host, discovery, url);
}

/** The session that `sekisho login` keeps for a server, or the newest where none is named. */
function keptFor(host: Host, url: string | undefined): KeptSession | null {
  return url === undefined ? newestSession(host) : keptSession(host, url);
}

function withToken(
  host: Host,
  options: ServerOptions,
  token: string,
  given: string | undefined,
): Server {
  if (options.as !== undefined) throw new Failure('bad-input', say(host, 'hat-with-token'));
  const url = given ?? discoverPractice(host).found?.url;
  if (url === undefined) throw new Failure('bad-input', say(host, 'token-without-url'));
  if (new URL(url).protocol !== 'https:' && !isLoopback(url)) {
    throw new Failure('bad-input', say(host, 'token-in-clear', { url }));
  }
  const headers = { authorization: `Bearer ${headerSafe(host, 'SEKISHO_TOKEN', token)}` };
  return { url: withoutSlash(url), practice: false, headers: known(headers) };
}

function known(headers: Readonly<Record<string, string>>): Server['headers'] {
  return async () => headers;
}

function once(read: Server['headers']): Server['headers'] {
  let found: ReturnType<Server['headers']> | null = null;
  return () => (found ??= read());
}

function practiceHeaders(host: Host, secret: string, hat: string): Record<string, string> {
  return {
    authorization: `Bearer ${headerSafe(host, 'practice.json', secret)}`,
    'sekisho-hat': headerSafe(host, '--as', hat),
  };
}

function headerSafe(host: Host, name: string, value: string): string {
  if (/^[\x21-\x7e]+$/.test(value)) return value;
  throw new Failure('bad-input', say(host, 'not-a-header', { name }));
}

/** An address as it was typed, without its end. Errors: `Failure` when it is none. */
export function checkedUrl(host: Host, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') {
    throw new Failure('bad-input', say(host, 'bad-url', { value: text }));
  }
  return withoutSlash(url.origin + url.pathname);
}

function nothingFound(host: Host, { unsafe }: Discovery, url: string | undefined): Failure {
  const [first] = unsafe;
  if (first !== undefined) {
    return new Failure('refused', say(host, `practice-file-${first.why}`, { path: first.path }));
  }
  if (url === undefined) return new Failure('unavailable', say(host, 'no-server'));
  return isLoopback(url)
    ? new Failure('unavailable', say(host, 'no-practice-at', { url }))
    : new Failure('unauthenticated', say(host, 'no-token', { url }));
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
