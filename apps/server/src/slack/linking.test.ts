import type { Config } from '@sekisho/config';
import type { Principal } from '@sekisho/contract';
import { askForLink, confirmLink, linkedPerson, slackUsersOf } from '@sekisho/core';
import { expect, test } from 'vitest';
import { type Bench, startBench, useBenches } from './test/bench.ts';
import { testConfig } from './test/config.ts';
import { later } from './test/fake-core.ts';

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

const shown = (value: unknown) => JSON.stringify(value);

/** The second engineer says that a Slack user is they. */
async function link({ house }: Bench, user: string): Promise<void> {
  const secret = await askForLink(house, { team: 'T0PRACTICE', user });
  await confirmLink(house, sre2, secret);
}

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
  const known = await slackUsersOf(bench.house, people);
  expect([...known.values()].filter(({ user }) => user === 'U0ENG')).toHaveLength(1);
  expect(known.get('sre2')?.user).not.toBe('U0ENG');
});

test('whoever linked themselves is asked, mentioned where their approval waits, and paged on call', async () => {
  const since = new Date('2026-01-05T00:00:00Z');
  const onCall = { rotation: ['sre2'], everySeconds: 3600, since };
  const bench = await startBench({ config: { ...config, onCall } });
  await link(bench, 'U0SRE2');
  await bench.command('U0ENG', '/ops start production 1h look');
  await bench.told('U0ENG', /依頼しました/);
  bench.core.page('break-glass', [...bench.core.leases.keys()][0] ?? '', {});
  await bench.settle();
  await bench.told('U0SRE2', /lease\.approve/);
  const inChannel = (channel: string) => bench.messages('U0SRE', channel, () => true);
  expect(shown(await inChannel('C0OPS'))).toContain('<@U0SRE2>');
  expect(shown(await inChannel('C0SRE'))).toContain('<@U0SRE2>');
});

test('the home of whoever linked themselves is redrawn, and a server can be handed to them by their mention', async () => {
  const bench = await startBench({ config });
  await link(bench, 'U0SRE2');
  await bench.person('home/open', { user: 'U0SRE2' });
  const home = (ready: RegExp) =>
    bench.until(
      () => bench.look('home?user=U0SRE2'),
      (view) => ready.test(shown(view)),
    );
  await home(/Nobody has anything on lease now/);
  await bench.command('U0ENG', '/ops start staging 1h look');
  await bench.told('U0ENG', /ops-test/);
  const [id = ''] = bench.core.leases.keys();
  bench.core.change(id, { state: 'active', step: 'ready', deadline: later(3600) });
  await bench.settle();
  await home(/ops-test0001/);
  await bench.command('U0ENG', '/ops 引き継ぎ <@U0SRE2|ken>');
  await bench.told('U0ENG', /✓ 引き継ぎ/);
  expect(bench.core.leases.get(id)?.holder).toBe('sre2');
  await bench.command('U0ENG', '/ops start staging 1h with <@U0SRE2|ken>');
  await bench.told('U0ENG', /@sre2/);
});

test('a server is handed by the form to whoever linked themselves', async () => {
  const bench = await startBench({ config });
  await link(bench, 'U0SRE2');
  await bench.command('U0ENG', '/ops start staging 1h look');
  await bench.told('U0ENG', /ops-test/);
  const [id = ''] = bench.core.leases.keys();
  bench.core.change(id, { state: 'active', step: 'ready', deadline: later(3600) });
  await bench.settle();
  const all = await bench.messages('U0ENG', 'C0OPS', (seen) => /ops\.handover/.test(shown(seen)));
  const card = all.find((message) => /ops\.handover/.test(shown(message)));
  if (card === undefined) throw new Error('no card');
  await bench.press('U0ENG', 'C0OPS', card, 'ops.handover');
  const form = await bench.form('U0ENG');
  await bench.person('view/submit', { user: 'U0ENG', viewId: form.id, values: { to: 'U0SRE2' } });
  await bench.told('U0ENG', /→ 渡辺 健/);
  expect(bench.core.leases.get(id)?.holder).toBe('sre2');
});

test.each(['/ops', '/ops access', '/ops join'])(
  '%s gives a stranger the link, too',
  async (command) => {
    const bench = await startBench({ config });
    await bench.command('U0SUP', command);
    expect(secretIn(await bench.told('U0SUP', /link\?secret=/))).not.toBeNull();
  },
);
