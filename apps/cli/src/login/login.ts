import { hostname } from 'node:os';
import { isLoopback } from '@sekisho/practice/files';
import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { cleanLine } from '../print/clean.ts';
import { say } from '../sentences/say.ts';
import { callerOf } from '../server/call.ts';
import { checkedUrl } from '../server/find-server.ts';
import { newestSession } from '../server/kept-session.ts';
import { keepToken } from '../server/session-token.ts';
import { post } from './post.ts';

/** The longest that a server may make us wait between two questions. */
const longestSeconds = 60;

/**
 * Signs this machine in by the browser (RFC 8628) and keeps the session where this machine keeps secrets.
 * Errors: `Failure` when no server is known, it has no login, or nobody lets this machine in.
 */
export async function login(host: Host, { options }: Asked): Promise<number> {
  const url = addressOf(host, options.url);
  const asked = await post(host, `${url}/login/device`, { client: hostname() });
  const { device_code: code, user_code: shown, verification_uri_complete: page } = asked.body;
  if (asked.status !== 200 || typeof code !== 'string' || typeof page !== 'string') {
    throw new Failure('unavailable', say(host, 'login-none', { url, detail: asked.status }));
  }
  const facts = { url: cleanLine(page), code: cleanLine(String(shown)) };
  await host.stderr.write(`${say(host, 'login-open', facts)}\n`);
  const { token, seconds } = await waitForAnswer(host, url, { code, asked: asked.body });
  const expiresAt = new Date(host.now() + seconds * 1000).toISOString();
  try {
    const place = await keepToken(host, { url, token, expiresAt });
    if (place === 'file') await host.stderr.write(`${say(host, 'login-in-file')}\n`);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const detail = String((error as NodeJS.ErrnoException).code ?? error);
    throw new Failure('unavailable', say(host, 'login-unkept', { detail }));
  }
  const headers = async () => ({ authorization: `Bearer ${token}` });
  const call = callerOf(host, { url, headers, practice: false });
  const { principal } = await call('people.me', {});
  const done = say(host, 'login-done', { url, who: cleanLine(principal.id) });
  await host.stdout.write(
    options.json ? `${JSON.stringify({ url, who: principal.id, expiresAt })}\n` : `${done}\n`,
  );
  return 0;
}

/** The server that was named, or that of the session that is kept. */
function addressOf(host: Host, given: string | undefined): string {
  const named = given ?? (host.env.SEKISHO_URL || newestSession(host)?.url);
  if (named === undefined) throw new Failure('bad-input', say(host, 'login-where'));
  const url = checkedUrl(host, named);
  if (!url.startsWith('https:') && !isLoopback(url)) {
    throw new Failure('bad-input', say(host, 'token-in-clear', { url }));
  }
  return url;
}

interface Waiting {
  readonly code: string;
  readonly asked: Readonly<Record<string, unknown>>;
}

async function waitForAnswer(
  host: Host,
  url: string,
  { code, asked }: Waiting,
): Promise<{ readonly token: string; readonly seconds: number }> {
  let pause = secondsOf(asked.interval, 5);
  const end = host.now() + secondsOf(asked.expires_in, 600) * 1000;
  while (host.now() < end) {
    await host.sleep(pause * 1000);
    const { body } = await post(host, `${url}/login/device/token`, { device_code: code });
    const { access_token: token, expires_in: left, error } = body;
    if (typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) {
      return { token, seconds: typeof left === 'number' && left > 0 ? left : 0 };
    }
    if (error === 'access_denied') throw new Failure('refused', say(host, 'login-denied'));
    if (error === 'slow_down') pause = Math.min(pause + 5, longestSeconds);
    else if (error !== 'authorization_pending') break;
  }
  throw new Failure('refused', say(host, 'login-expired'));
}

function secondsOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value > 0 ? Math.min(value, 3600) : otherwise;
}
