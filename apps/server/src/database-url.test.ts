import { expect, test } from 'vitest';
import { databaseUrlIn, databaseUrlOf } from './database-url.ts';

test.each([
  ['an address is missing', undefined],
  ['it is no address', 'database:5432'],
  ['it names a socket, whose address takes none', 'postgres:///sekisho?host=/run/postgresql'],
  ['it bears another one', 'postgres://sekisho:old@database/sekisho'],
])('refuses a password beside the address when %s', (_, SEKISHO_DATABASE_URL) => {
  const env = { SEKISHO_DATABASE_URL, SEKISHO_DATABASE_PASSWORD: 'hunter2' };
  expect(() => databaseUrlOf(env)).toThrow(/^SEKISHO_DATABASE_(?!.*hunter2).*PASSWORD/);
});

test('opens no file of another secret', () => {
  const env = { SLACK_BOT_TOKEN_FILE: '/nowhere', SEKISHO_DATABASE_URL: 'postgres://u@h/n' };
  expect(databaseUrlIn(env)).toBe('postgres://u@h/n');
});
