import { withSecretFiles } from './secret-files.ts';
import { SettingsError } from './settings-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the environment says that PostgreSQL is, also where address or password are in files; null
 * when it names none. Files of other secrets are not opened: who keeps a database needs none of them.
 * Errors: `SettingsError`.
 */
export function databaseUrlIn(env: Environment): string | null {
  const own = Object.entries(env).filter(([name]) => name.startsWith('SEKISHO_DATABASE_'));
  return databaseUrlOf(withSecretFiles(Object.fromEntries(own)));
}

/**
 * The address, with the password that is kept beside it; null for none.
 * Errors: `SettingsError` for a password that would go nowhere, or that stands in both.
 */
export function databaseUrlOf(env: Environment): string | null {
  const { SEKISHO_DATABASE_URL: text, SEKISHO_DATABASE_PASSWORD: password } = env;
  if (!password) return text || null;
  if (!text)
    throw new SettingsError(
      'SEKISHO_DATABASE_PASSWORD is set and SEKISHO_DATABASE_URL is not; set both or neither.',
    );
  const url = URL.parse(text);
  // By the URL standard an address without host takes no password.
  if (url === null || url.host === '' || url.password !== '')
    throw new SettingsError(
      'SEKISHO_DATABASE_URL must be postgres://USER@HOST/NAME, without a password, where SEKISHO_DATABASE_PASSWORD is set.',
    );
  url.password = encodeURIComponent(password);
  return url.href;
}
