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
 * Errors: `Failure` when none is kept, or the server does not answer: the session is then kept.
 */
export async function logout(host: Host, { options }: Asked): Promise<number> {
  const named = options.url ?? (host.env.SEKISHO_URL || undefined);
  const kept =
    named === undefined ? newestSession(host) : keptSession(host, checkedUrl(host, named));
  if (kept === null) throw new Failure('not-found', say(host, 'logout-none'));
  const { url } = kept;
  const token = await tokenOf(host, kept);
  // One that is over already needs no end.
  await post(host, `${url}/logout`, {}, { authorization: `Bearer ${token}` });
  await forgetToken(host, kept);
  await host.stdout.write(`${say(host, 'logout-done', { url })}\n`);
  return 0;
}
