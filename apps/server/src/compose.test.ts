import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '@sekisho/config';
import { pino } from 'pino';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { timelessCloud } from '../../../test/support/engine-bench.ts';
import { freePort } from '../../../test/support/free-port.ts';
import { openTestDatabase } from '../../../test/support/test-database.ts';
import { contextOf, practiceConfig } from '../../../test/support/world.ts';
import { type Server, startServer } from './compose.ts';

vi.setConfig({ testTimeout: 60_000 });

const started: Server[] = [];
const dataDirectory = mkdtempSync(join(tmpdir(), 'sekisho-compose-'));
afterEach(() => Promise.all(started.splice(0).map((server) => server.stop())));
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

async function start(current: () => Config, onChange: (listener: () => void) => void) {
  const port = await freePort();
  const server = await startServer({
    database: await openTestDatabase(),
    config: { current, onChange },
    cloud: timelessCloud(),
    commands: { connect: () => [], forward: () => [], quote: () => '' },
    ...{ dataDirectory, consoleDirectory: dataDirectory },
    ...{ host: '127.0.0.1', port, slack: null, practice: null },
    secret: () => undefined,
    logger: pino({ level: 'silent' }),
  });
  started.push(server);
  return { server, origin: `http://127.0.0.1:${port}` };
}

test('a configuration that changes while any server runs becomes an entry', async () => {
  let config = practiceConfig();
  const listeners: (() => void)[] = [];
  const { server } = await start(
    () => config,
    (listener) => void listeners.push(listener),
  );
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

test('every door answers with the headers that keep a browser from misusing it', async () => {
  const config = practiceConfig();
  const { origin } = await start(
    () => config,
    () => undefined,
  );
  for (const path of ['/mcp', '/healthz', '/api/v1/me', '/nothing']) {
    const { headers } = await fetch(origin + path, { method: 'POST', body: '{}' });
    expect([path, headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual([
      path,
      'nosniff',
      'DENY',
    ]);
  }
});
