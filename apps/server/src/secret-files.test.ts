import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { withSecretFiles } from './secret-files.ts';
import { readSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'sekisho-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string): string {
  const path = join(folder, `secret-${text.length}`);
  writeFileSync(path, text);
  return path;
}

test('takes a secret from the file that is named, without the line break at its end', () => {
  const env = withSecretFiles({
    SLACK_BOT_TOKEN_FILE: fileOf('xoxb-1\n'),
    SEKISHO_ALERT_PAGER_FILE: fileOf('pager'),
  });
  const { slack, secrets } = readSettings(env, '/');
  expect(slack.botToken).toBe('xoxb-1');
  expect(secrets).toMatchObject({ SEKISHO_ALERT_PAGER: 'pager' });
});

test('puts the password that is kept beside the address into it, whatever it is made of', () => {
  const env = {
    SEKISHO_DATABASE_URL: 'postgres://sekisho@database/sekisho',
    SEKISHO_DATABASE_PASSWORD_FILE: fileOf('a%b@c:/ #\n'),
  };
  const { databaseUrl } = readSettings(withSecretFiles(env), '/');
  expect(decodeURIComponent(new URL(databaseUrl ?? '').password)).toBe('a%b@c:/ #');
});

test('an empty file is a secret that is not set', () => {
  const env = withSecretFiles({ SLACK_BOT_TOKEN_FILE: fileOf('\n') });
  expect(readSettings(env, '/').slack.botToken).toBeNull();
});

test('refuses a file that cannot be read, and a secret in both places, naming them', () => {
  const missing = join(folder, 'none');
  expect(() => withSecretFiles({ SLACK_BOT_TOKEN_FILE: missing })).toThrow(
    `SLACK_BOT_TOKEN_FILE names ${missing}, which cannot be read (ENOENT).`,
  );
  const twice = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_BOT_TOKEN_FILE: fileOf('xoxb-2') };
  expect(() => withSecretFiles(twice)).toThrow(
    'SLACK_BOT_TOKEN and SLACK_BOT_TOKEN_FILE are both set; keep one.',
  );
});

test('reads no file that another variable names', () => {
  const env = { SEKISHO_PORT_FILE: join(folder, 'none'), HOME_FILE: '/' };
  expect(withSecretFiles(env)).toBe(env);
});
