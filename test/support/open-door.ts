import { tmpdir } from 'node:os';
import type { Config } from '@sekisho/config';
import type { Database } from '@sekisho/core';
import { createChanges } from '../../apps/server/src/changes.ts';
import { createHttpDoor } from '../../apps/server/src/http/door.ts';
import { type Listening, listen } from '../../apps/server/src/http/listen.ts';
import type { HttpDoorOptions } from '../../apps/server/src/http/options.ts';
import { createMetrics } from '../../apps/server/src/metrics.ts';
import { createSignInLimit } from '../../apps/server/src/sign-in-limit.ts';
import { freePort } from './free-port.ts';
import { openTestDatabase } from './test-database.ts';
import { createWorld, type TestWorld } from './world.ts';

export const secret = 'practice-secret-of-this-test';

export interface OpenDoor {
  readonly world: TestWorld;
  readonly url: string;
  readonly host: string;
  readonly listening: Listening;
  /** What was logged as an error or a warning. */
  readonly log: { readonly fields: Record<string, unknown>; readonly message: string }[];
  readonly stopping: AbortController;
  readonly changes: ReturnType<typeof createChanges>;
  close(): Promise<void>;
}

/**
 * A whole core behind the door, on a loopback port.
 * @param configure makes the configuration, once the address is known; practice's without it
 * @param database one that is open already; a new one without it
 */
export async function openDoor(
  more: Partial<HttpDoorOptions> = {},
  configure?: (url: string) => Config,
  database?: Database,
): Promise<OpenDoor> {
  const port = await freePort();
  const config = configure === undefined ? {} : { config: configure(`http://localhost:${port}`) };
  const world = await createWorld({ database: database ?? (await openTestDatabase()), ...config });
  const log: OpenDoor['log'] = [];
  const note = (fields: object, message: string) =>
    void log.push({ fields: { ...fields }, message });
  const stopping = new AbortController();
  const changes = createChanges();
  let requests = 0;
  const app = createHttpDoor({
    core: world.core,
    practice: { secret },
    dataDirectory: tmpdir(),
    allowedHosts: [`127.0.0.1:${port}`, `localhost:${port}`],
    logger: { debug: () => undefined, info: () => undefined, warn: note, error: note },
    newRequestId: () => `request-${(requests += 1)}`,
    metrics: createMetrics(),
    signInLimit: createSignInLimit({ clock: world.clock }),
    changes,
    stopping: stopping.signal,
    ...more,
  });
  const listening = await listen(app, { host: '127.0.0.1', port });
  return {
    ...{ world, url: listening.url, host: `127.0.0.1:${port}`, listening, log, stopping, changes },
    async close() {
      stopping.abort();
      await listening.close(1000);
      await world.database.close();
    },
  };
}

/** Headers of practice's holder under a hat. */
export function hat(who: string): Record<string, string> {
  return { authorization: `Bearer ${secret}`, 'sekisho-hat': who, 'accept-language': 'en' };
}

/** Calls a verb's path with a JSON body, or whatever `init` says instead. */
export function post(
  door: OpenDoor,
  verb: string,
  body: unknown,
  headers: Record<string, string> = hat('engineer'),
): Promise<Response> {
  return fetch(`${door.url}/api/v1/${verb.replaceAll('.', '/')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body:
      typeof body === 'string' || body instanceof Uint8Array
        ? (body as string)
        : JSON.stringify(body),
  });
}
