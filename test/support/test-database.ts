import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import type { Database } from '../../packages/core/src/platform/database/database.ts';
import { openOn, openPostgres } from '../../packages/core/src/platform/database/database.ts';
import { openWarmPglite } from './pglite/warm.ts';
import { findPostgres } from './postgres-binaries.ts';

const run = promisify(execFile);

/** What this run's tests keep their rows in; global-setup.ts provides it. */
export type TestDatabase =
  /** Processes that keep databases warm, as many as test files run at once. */
  | { readonly kind: 'pglite'; readonly sockets: readonly string[] }
  /** A server shared by the run, with a database that is migrated and empty, to be copied. */
  | { readonly kind: 'postgres'; readonly url: string; readonly template: string };

/** Opens an empty, migrated database of the test's own; closing it removes it. */
export async function openTestDatabase(): Promise<Database> {
  const server = inject('database');
  if (server.kind === 'pglite') return openOn(await openWarmPglite(ownSocket(server.sockets)));
  const { url, drop } = await createTestPostgres();
  const database = await openPostgres({ url });
  return {
    ...database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

function ownSocket(sockets: readonly string[]): string {
  const place = Number(process.env.VITEST_POOL_ID ?? 0) % sockets.length;
  const socket = sockets[place];
  if (socket === undefined) throw new Error('This run keeps no databases.');
  return socket;
}

/**
 * Makes an empty, migrated database on the run's PostgreSQL, for processes that are given its `url`.
 *
 * Errors: when this run's tests use PGlite (skip such tests unless `inject('database').kind` is `postgres`).
 */
export async function createTestPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = inject('database');
  if (server.kind !== 'postgres') throw new Error('This run has no PostgreSQL.');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const program = (tool: string): string => join(findPostgres(), tool);
  const at = `--maintenance-db=${server.url}`;
  await run(program('createdb'), [at, `--template=${server.template}`, name]);
  const url = new URL(server.url);
  url.pathname = name;
  return {
    url: url.href,
    async drop() {
      await run(program('dropdb'), [at, '--force', '--if-exists', name]);
    },
  };
}
