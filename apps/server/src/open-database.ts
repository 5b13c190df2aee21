import { type Database, openEmbedded, openPostgres } from '@sekisho/core';
import type { Settings } from './settings.ts';
import { SettingsError } from './settings-error.ts';

/**
 * PostgreSQL when an address is given, else the embedded database in the data directory.
 * Errors: `SettingsError` when it cannot be opened, with the database's own words.
 */
export async function openDatabase({ databaseUrl, dataDirectory }: Settings): Promise<Database> {
  try {
    return await (databaseUrl === null
      ? openEmbedded(dataDirectory)
      : openPostgres({ url: databaseUrl }));
  } catch (cause) {
    const why = deepest(cause);
    if (databaseUrl === null) throw new SettingsError(why, { cause });
    const where = URL.canParse(databaseUrl) ? ` at ${new URL(databaseUrl).host}` : '';
    const fix = 'Is it running, and SEKISHO_DATABASE_URL right?';
    throw new SettingsError(`The database${where} cannot be used: ${why}. ${fix}`, { cause });
  }
}

/** The words nearest to the cause, but not those of our own lock's cause: they say less than ours. */
function deepest(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause, message } = error;
  const isOurs = message.includes('SEKISHO_DATA');
  return cause instanceof Error && !isOurs ? deepest(cause) : message || error.name;
}
