import { AppError, systemPrincipal, takePull, transact } from '@sekisho/core';
import { Hono } from 'hono';
import { readPullEvent } from '../../github/read-event.ts';
import { isSigned } from '../../github/signature.ts';
import { readBytes } from '../../read-bytes.ts';
import { demandJsonType } from '../../read-json.ts';
import { notJson } from '../../refusals.ts';
import { refuseOtherMethods } from '../methods.ts';
import type { DoorEnv, HttpDoorOptions } from '../options.ts';
import { addressOf } from '../who-asks.ts';
import { createPushRate } from './push-rate.ts';

/** An event of a pull request with the longest text takes a fifth of it. */
const largestEvent = 1024 * 1024;
const usualRate = { perSecond: 20, burst: 200 };

/**
 * The door for GitHub's webhook: it tells of pull requests, whose heads then show how budgets stand.
 * Only what GitHub signed with the webhook's secret is read. A delivery that comes again, or late,
 * changes nothing: what it tells bears GitHub's own time.
 */
export function githubRoute(options: HttpDoorOptions, rate = usualRate): Hono<DoorEnv> {
  const { core, signInLimit, metrics, secret = () => undefined } = options;
  const { house } = core;
  const routes = new Hono<DoorEnv>();
  const events = createPushRate(house.clock, rate);

  async function demandSigned(request: Request, address: string): Promise<Uint8Array> {
    const { github } = house.config();
    const ours = github === null ? '' : (secret(github.webhookSecretVariable) ?? '');
    const signature = request.headers.get('x-hub-signature-256') ?? '';
    demandJsonType(request);
    const bytes = await readBytes(request, largestEvent);
    const signed = await signInLimit.attempt(address, signature, () =>
      isSigned(bytes, ours, signature) ? bytes : null,
    );
    if (signed !== null) return signed;
    metrics.countSignInFailure();
    throw new AppError('not-signed-in', {});
  }

  routes.post('/v1/github', async (c) => {
    const address = addressOf(c);
    events.take(address);
    const bytes = await demandSigned(c.req.raw, address);
    c.header('cache-control', 'no-store');
    // Others are none of ours: whoever set up the webhook chose too many.
    if (c.req.header('x-github-event') !== 'pull_request') return c.json({ taken: 'not-ours' });
    const pull = readPullEvent(jsonOf(bytes));
    if (pull === null) throw notJson('');
    const taken = await transact(house, systemPrincipal(house.clock.now()), (tx) =>
      takePull(tx, pull),
    );
    return c.json({ taken });
  });
  refuseOtherMethods(routes, '/v1/github', 'POST');
  return routes;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw notJson('');
  }
}
