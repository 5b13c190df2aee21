import { DuckDBInstance } from '@duckdb/node-api';
import type { Row, RunningEngine } from '../../../../test/support/chdb.ts';

/** @param settings statements to begin with */
export async function openDuckdb(settings: readonly string[] = []): Promise<RunningEngine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  for (const sql of settings) await connection.run(sql);
  return {
    ask: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson() as Row[],
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
