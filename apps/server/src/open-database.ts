import { type Database, openEmbedded, openPostgres } from '@sekisho/core';
import type { Settings } from './settings.ts';

/** PostgreSQL when an address is given, else the embedded database in the data directory. */
export function openDatabase({ databaseUrl, dataDirectory }: Settings): Promise<Database> {
  return databaseUrl === null ? openEmbedded(dataDirectory) : openPostgres({ url: databaseUrl });
}
