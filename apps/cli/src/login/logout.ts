import type { Asked } from '../commands/options.ts';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { checkedUrl } from '../server/find-server.ts';
import { keptSession, newestSession } from '../server/kept-session.ts';
import { forgetToken, tokenOf } from '../server/session-token.ts';
import { post } from './post.ts';

/**
 * Ends the session that is kept for the server, there and here.
 * Errors: `Failure` when none is kept, or the server does not say that it is over: the session is then kept.
 */
export async function logout(host: Host, { options }: Asked): Promise<number> {
  const named = options.url ?? (host.env.SEKISHO_URL || undefined);
  const kept =
    named === undefined ? newestSession(host) : keptSession(host, checkedUrl(host, named));
  if (kept === null) throw new Failure('not-found', say(host, 'logout-none'));
  const { url } = kept;
  const token = await tokenOf(host, kept);
  const { status } = await post(host, `${url}/logout`, {}, { authorization: `Bearer ${token}` });
  if (!isOver(status)) {
    throw new Failure('unavailable', say(host, 'logout-unsure', { url, status }));
  }
  // Reading the token may have moved it: where it is now is what has to be forgotten.
  await forgetToken(host, keptSession(host, url) ?? kept);
  await host.stdout.write(`${say(host, 'logout-done', { url })}\n`);
  return 0;
}

/** Whether the server ended it, or knows of no such session any more. */
function isOver(status: number): boolean {
  return status === 200 || status === 401;
}
