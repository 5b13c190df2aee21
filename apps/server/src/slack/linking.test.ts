import type { Config } from '@sekisho/config';
import type { Principal } from '@sekisho/contract';
import { askForLink, confirmLink, linkedPerson } from '@sekisho/core';
import { expect, test } from 'vitest';
import { startBench, useBenches } from './test/bench.ts';
import { testConfig } from './test/config.ts';

useBenches();

const login: Config['login'] = {
  issuer: 'https://id.example',
  clientId: 'sekisho',
  clientSecretVariable: null,
  scopes: ['openid'],
  claim: 'email',
  maximumSeconds: 3600,
  idleSeconds: 600,
};
const url = 'https://sekisho.example.com';
/** The engineer and the guest are known, but not by Slack. */
const people = testConfig.people.map((person) =>
  person.id === 'sre2' ? { ...person, slack: null } : person,
);
const config = { ...testConfig, people, login, url };

/** Who confirms in the console, where they are signed in. */
const sre2: Principal = {
  id: 'sre2',
  kind: 'person',
  assurance: 'oidc',
  authenticatedAt: '2026-05-01T00:00:00Z',
};

const secretIn = (message: unknown) =>
  /link\?secret=([\w-]{43})/.exec(JSON.stringify(message))?.[1] ?? null;

test('a Slack user whom the roster does not name says once, in the console, who they are', async () => {
  const bench = await startBench({ config });
  await bench.command('U0SRE2', '/ops list');
  const secret = secretIn(await bench.told('U0SRE2', /link\?secret=/)) ?? '';
  expect(bench.core.calls).toEqual([]);
  const who = { team: 'T0PRACTICE', user: 'U0SRE2' };
  expect(await linkedPerson(bench.house, who)).toBeUndefined();
  await confirmLink(bench.house, sre2, secret);
  expect(await linkedPerson(bench.house, who)).toMatchObject({ id: 'sre2' });
  await expect(confirmLink(bench.house, { ...sre2, id: 'sre' }, secret)).rejects.toMatchObject({
    code: 'link-not-found',
  });
  await bench.command('U0SRE2', '/ops list');
  await bench.until(
    async () => bench.core.calls.length,
    (count) => count > 0,
  );
  expect(bench.core.calls[0]).toMatchObject({
    context: { principal: { id: 'sre2', assurance: 'slack' } },
  });
});

test('guests get no link, and nobody does where nobody can sign in', async () => {
  const bench = await startBench({ config: { ...config, people: people.slice(0, 1) } });
  await bench.command('U0GUEST', '/ops list');
  expect(secretIn(await bench.told('U0GUEST', /✕/))).toBeNull();
  const without = await startBench({ config: { ...config, login: null } });
  await without.command('U0SUP', '/ops list');
  expect(secretIn(await without.told('U0SUP', /✕/))).toBeNull();
});

test('what the roster says of a Slack user wins over a link', async () => {
  const bench = await startBench({ config });
  const secret = await askForLink(bench.house, { team: 'T0PRACTICE', user: 'U0ENG' });
  await confirmLink(bench.house, sre2, secret);
  await bench.command('U0ENG', '/ops list');
  await bench.until(
    async () => bench.core.calls.length,
    (count) => count > 0,
  );
  expect(bench.core.calls[0]).toMatchObject({ context: { principal: { id: 'engineer' } } });
});
