import type { TestProject } from 'vitest/node';
import { startPgliteHosts } from './pglite/hosts.ts';
import { startPostgres } from './postgres.ts';
import type { TestDatabase } from './test-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    database: TestDatabase;
  }
}

/** Gives the tests a database: PGlite, or one private PostgreSQL for the whole run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.SEKISHO_TEST_DATABASE !== 'postgres') {
    const hosts = await startPgliteHosts(Number(project.config.maxWorkers));
    project.provide('database', { kind: 'pglite', sockets: hosts.sockets });
    return () => hosts.stop();
  }
  const postgres = await startPostgres();
  try {
    // Migrated once: copying a database is much quicker than migrating one for every test.
    const template = 'migrated';
    const { openPostgres } = await import('../../packages/core/src/platform/database/database.ts');
    const database = await openPostgres({ url: await postgres.createDatabase(template) });
    await database.close();
    project.provide('database', { kind: 'postgres', url: postgres.url, template });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return () => postgres.stop();
}
