import { expect, test } from 'vitest';
import { workspace } from './test/workspace.ts';

test('knows its tokens, and which token a method takes', () => {
  const slack = workspace();
  const { botToken, appToken } = slack.state().app;
  const call = (method: string, token: string) =>
    slack.run({ kind: 'api', method, token, args: {} }).body;
  expect(call('auth.test', botToken)).toMatchObject({
    ok: true,
    team_id: 'T0PRACTICE',
    bot_id: 'B0SEKISHO',
  });
  expect(call('auth.test', '')['error']).toBe('not_authed');
  expect(call('auth.test', 'xoxb-forged')['error']).toBe('invalid_auth');
  expect(call('auth.test', appToken)['error']).toBe('not_allowed_token_type');
  expect(call('apps.connections.open', botToken)['error']).toBe('not_allowed_token_type');
  expect(call('chat.postMassage', botToken)).toMatchObject({ error: 'unknown_method' });
});

test('a socket ticket is taken once', () => {
  const slack = workspace();
  const { appToken } = slack.state().app;
  const args = { socket_base: 'ws://practice' };
  const { body } = slack.run({
    kind: 'api',
    method: 'apps.connections.open',
    token: appToken,
    args,
  });
  const ticket = new URL(String(body['url'])).searchParams.get('ticket') ?? '';
  expect(slack.run({ kind: 'connect', ticket })).toEqual({ accepted: true });
  expect(slack.run({ kind: 'connect', ticket })).toEqual({ accepted: false });
});

test('lets a burst of messages through, then one a second and channel', () => {
  const slack = workspace();
  const { botToken } = slack.state().app;
  const post = (channel: string) =>
    slack.run({
      kind: 'api',
      method: 'chat.postMessage',
      token: botToken,
      args: { channel, text: 'x' },
    });
  for (let i = 0; i < 5; i += 1) expect(post('C0OPS').status).toBe(200);
  expect(post('C0OPS')).toMatchObject({
    status: 429,
    headers: { 'retry-after': '1' },
    body: { ok: false, error: 'ratelimited' },
  });
  expect(post('C0SRE').status).toBe(200);
  slack.pass(1_000);
  expect([post('C0OPS').status, post('C0OPS').status]).toEqual([200, 429]);
});

test('a method of tier 2 takes twenty calls a minute', () => {
  const slack = workspace();
  const list = () => slack.bot('users.list')['ok'];
  expect(Array.from({ length: 20 }, list)).not.toContain(false);
  expect(list()).toBe(false);
  slack.pass(3_000);
  expect(list()).toBe(true);
});

test('a 429 that was ordered comes as often as ordered', () => {
  const slack = workspace();
  slack.person({ act: 'faults', faults: { rateLimited: 2, retryAfterSeconds: 7 } });
  const call = () =>
    slack.run({ kind: 'api', method: 'auth.test', token: slack.state().app.botToken, args: {} });
  expect(call()).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
  expect([call().status, call().status]).toEqual([429, 200]);
});

test('people are found by id and by e-mail; locale only for those who ask', () => {
  const slack = workspace();
  const guest = slack.bot('users.info', { user: 'U0GUEST', include_locale: true });
  expect(guest).toMatchObject({
    user: { is_restricted: true, locale: 'en-US', team_id: 'T0PRACTICE' },
  });
  const taro = slack.bot('users.lookupByEmail', { email: 'taro.suzuki@example.com' })['user'];
  expect(taro).toMatchObject({ id: 'U0ENG' });
  expect(taro).not.toHaveProperty('locale');
  expect(slack.bot('users.lookupByEmail', { email: 'mika.mori@example.com' })['error']).toBe(
    'users_not_found',
  );
  expect(slack.bot('users.info', { user: 'U0NONE' })['error']).toBe('user_not_found');
});

test('lists come in pages by cursor', () => {
  const slack = workspace();
  const ids: unknown[] = [];
  let cursor = '';
  do {
    const page = slack.bot('users.list', { limit: 3, cursor });
    ids.push(...(page['members'] as { id: string }[]).map((member) => member.id));
    cursor = (page['response_metadata'] as { next_cursor: string }).next_cursor;
  } while (cursor !== '');
  expect(new Set(ids).size).toBe(8);
  expect(slack.bot('users.list', { cursor: 'nonsense' })['error']).toBe('invalid_cursor');
});

test('opens one direct message a person, and joins a channel', () => {
  const slack = workspace();
  const open = (users: string) => slack.bot('conversations.open', { users });
  const first = open('U0ENG')['channel'];
  expect(open('U0ENG')).toMatchObject({ channel: first, already_open: true });
  expect(open('U0GONE')['error']).toBe('user_disabled');
  expect(open('U0NONE')['error']).toBe('user_not_found');
  expect(slack.bot('conversations.join', { channel: 'C0GENERAL' })).toMatchObject({
    channel: { is_member: true },
  });
  expect(slack.bot('chat.postMessage', { channel: 'C0GENERAL', text: 'hi' })['ok']).toBe(true);
  const names = slack.bot('conversations.list')['channels'] as { name: string }[];
  expect(names.map((channel) => channel.name)).toEqual(['ops', 'sre', 'general']);
});

test('a refused call leaves nothing behind, not even a direct message it would have opened', () => {
  const slack = workspace();
  const { channels } = slack.state();
  expect(slack.bot('chat.postMessage', { channel: 'U0ENG' })['error']).toBe('no_text');
  expect(slack.state().channels).toBe(channels);
  expect(slack.changes).toEqual([]);
});
