import type { Database } from '../platform/database/database.ts';
import { readSetting } from '../platform/settings.ts';

/** Whose database it is; null where no server has begun to use it. Errors: the database's. */
export async function installationIn({ kysely }: Pick<Database, 'kysely'>): Promise<string | null> {
  return readSetting<string>(kysely, 'installation');
}
