import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTestDatabase } from '../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../test/support/world.ts';
import type { SlackDoor } from './slack/index.ts';
import { startTurners } from './turners.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase() });
});
afterAll(() => world.database.close());

test('what Slack does not take is logged with its cause, and waits for another try', async () => {
  const logged: object[] = [];
  const ignore = () => undefined;
  const warn = (fields: object) => void logged.push(fields);
  const err = new Error('channel_not_found');
  const slack = { carryOut: () => Promise.reject(err) } as unknown as SlackDoor;
  await world.as('engineer', 'ops.start', { environment: 'production', reason: 'look' });
  const turners = startTurners(
    world.core,
    { slack, sendAlert: async () => undefined, tellGithub: async () => 0 },
    async () => undefined,
    {
      ...{ debug: ignore, info: ignore, warn, error: ignore },
    },
  );
  await expect
    .poll(() => logged, { timeout: 30_000 })
    .toContainEqual(expect.objectContaining({ err, topic: 'card', attempts: 0 }));
  await turners.stop();
  const rows = await world.database.kysely
    .selectFrom('outbox')
    .select('last_error')
    .where('topic', '=', 'card')
    .execute();
  expect(rows).toContainEqual({ last_error: 'channel_not_found' });
});
