import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { timelessCloud } from '../../../test/support/engine-bench.ts';
import { freePort } from '../../../test/support/free-port.ts';
import { openTestDatabase } from '../../../test/support/test-database.ts';
import { contextOf, practiceConfig } from '../../../test/support/world.ts';
import { type Server, startServer } from './compose.ts';

vi.setConfig({ testTimeout: 60_000 });

const started: Server[] = [];
const dataDirectory = mkdtempSync(join(tmpdir(), 'sekisho-compose-'));
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
  rmSync(dataDirectory, { recursive: true, force: true });
});

test('a configuration that changes while any server runs becomes an entry', async () => {
  let config = practiceConfig();
  const listeners: (() => void)[] = [];
  const server = await startServer({
    database: await openTestDatabase(),
    config: { current: () => config, onChange: (listener) => void listeners.push(listener) },
    cloud: timelessCloud(),
    commands: { connect: () => [], forward: () => [], quote: () => '' },
    ...{ dataDirectory, consoleDirectory: dataDirectory },
    ...{ host: '127.0.0.1', port: await freePort(), slack: null, practice: null },
    secret: () => undefined,
    logger: pino({ level: 'silent' }),
  });
  started.push(server);
  const { hash } = config;
  config = practiceConfig((yaml) => yaml.replace('Hanako', 'Hana'));
  for (const listener of listeners) listener();
  await expect
    .poll(
      async () => {
        const entries = await server.core.call('timeline.list', contextOf('sre'), { limit: 5 });
        return entries.find(({ action }) => action === 'config.changed')?.data;
      },
      { timeout: 30_000 },
    )
    .toEqual({ hash: config.hash, before: hash });
});
