import { tmpdir } from 'node:os';
import type { Config } from '@sekisho/config';
import { minuteOf } from '@sekisho/objectives/minutes';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { clearDatabase } from '../../../test/support/slos.ts';
import { openTestDatabase } from '../../../test/support/test-database.ts';
import {
  createWorld,
  type TestWorld,
  type TurnableClock,
  turnableClock,
} from '../../../test/support/world.ts';
import { createChanges } from '../src/changes.ts';
import { createHttpDoor } from '../src/http/door.ts';
import type { HttpDoorOptions } from '../src/http/options.ts';
import { createMetrics } from '../src/metrics.ts';
import { createSignInLimit } from '../src/sign-in-limit.ts';

/** A house and its door, for the tests of one file. */
export interface UsedDoor {
  readonly clock: TurnableClock;
  /** The minute at which every test begins. */
  readonly now: number;
  readonly world: TestWorld;
  /** Sends to a path of the door for what is counted or logged elsewhere. */
  send(path: string, init: RequestInit & { readonly body?: BodyInit }): Promise<Response>;
}

/**
 * Opens a house with sources before the first test; before each, it is emptied and gets a new door.
 * @param start when it is, as ISO 8601
 * @param more what the door is given besides the usual
 */
export function useDoor(
  config: Config,
  start: string,
  more: (world: TestWorld) => Partial<HttpDoorOptions> = () => ({}),
): UsedDoor {
  const clock = turnableClock(start);
  let world: TestWorld;
  let door: ReturnType<typeof createHttpDoor>;
  beforeAll(async () => {
    world = await createWorld({ database: await openTestDatabase(), config, clock });
  });
  afterAll(() => world.database.close());
  beforeEach(async () => {
    await clearDatabase(world.database);
    const silent = { debug: noop, info: noop, warn: noop, error: noop };
    door = createHttpDoor({
      ...{ core: world.core, practice: { secret: 'practice' }, allowedHosts: ['house'] },
      ...{ logger: silent, newRequestId: () => 'r', metrics: createMetrics() },
      dataDirectory: tmpdir(),
      signInLimit: createSignInLimit({ clock }),
      changes: createChanges(),
      ...more(world),
    });
  });
  return {
    clock,
    now: minuteOf(clock.now().getTime()),
    get world() {
      return world;
    },
    async send(path, { headers, ...init }) {
      const all = { host: 'house', ...(headers as Record<string, string>) };
      return door.request(`http://house${path}`, { ...init, headers: all });
    },
  };
}

function noop(): void {}
