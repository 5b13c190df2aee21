import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { workspace } from './test/workspace.ts';

test('people have the e-mail that the configuration of practice knows them by', () => {
  const yaml = readFileSync(new URL('../../seed/sekisho.yaml', import.meta.url), 'utf8');
  const configured = [...yaml.matchAll(/email: (\S+)[^]*?user: (U\w+)/g)];
  expect(configured).toHaveLength(5);
  const { people } = workspace().state();
  for (const [, email, user = ''] of configured) expect(people[user]?.email).toBe(email);
});
