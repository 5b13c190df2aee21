import { databaseUrlIn } from '@sekisho/server/database-url';
import { SettingsError } from '@sekisho/server/settings-error';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';

/** The PostgreSQL that a server here would use, or null. Errors: `Failure` for settings that cannot be. */
export function environmentUrl({ env }: Pick<Host, 'env'>): string | null {
  try {
    return databaseUrlIn(env);
  } catch (error) {
    throw error instanceof SettingsError ? new Failure('bad-input', error.message) : error;
  }
}
