import { expect, test } from 'vitest';
import { openTestDatabase } from './test-database.ts';

test('each test has an empty database of its own, with the tables of the house', async () => {
  const databases = await Promise.all([openTestDatabase(), openTestDatabase()]);
  try {
    const [first, second] = databases;
    await first.kysely.schema.createTable('mark').addColumn('n', 'integer').execute();
    const tables = await second.kysely.introspection.getTables();
    expect(tables.length).toBeGreaterThan(0);
    expect(tables.map(({ name }) => name)).not.toContain('mark');
  } finally {
    await Promise.all(databases.map((database) => database.close()));
  }
});
