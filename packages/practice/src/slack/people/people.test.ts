import { expect, test } from 'vitest';
import type { Json } from '../state.ts';
import type { Workspace } from '../test/workspace.ts';
import { button, modal, workspace } from '../test/workspace.ts';

function lastPayload(slack: Workspace): Json {
  return slack.deliveries.at(-1)?.payload ?? {};
}

test('a command reaches the app with its words, place, trigger and response URL', () => {
  const slack = workspace();
  slack.person({ act: 'command', user: 'U0ENG', channel: '#ops', text: '/ops start  staging 2h ' });
  expect(slack.deliveries).toMatchObject([
    { type: 'slash_commands', acceptsResponsePayload: true },
  ]);
  expect(lastPayload(slack)).toMatchObject({
    command: '/ops',
    text: 'start  staging 2h',
    team_id: 'T0PRACTICE',
    channel_id: 'C0OPS',
    channel_name: 'ops',
    user_id: 'U0ENG',
    is_enterprise_install: 'false',
    response_url: expect.stringMatching(/^http:\/\/practice\/commands\/T0PRACTICE\//),
  });
});

test.each([
  [{ user: 'U0ENG', channel: 'C0OPS', text: '/deploy' }, 'unknown_command'],
  [{ user: 'U0SUP', channel: 'C0SRE', text: '/ops' }, 'channel_not_found'],
  [{ user: 'U0GONE', channel: 'C0OPS', text: '/ops' }, 'account_inactive'],
  [{ user: 'U0NONE', channel: 'C0OPS', text: '/ops' }, 'user_not_found'],
])('refuses the command %o with %s, and the app hears nothing', (call, error) => {
  const slack = workspace();
  expect(slack.person({ act: 'command', ...call })).toMatchObject({ ok: false, error });
  expect(slack.deliveries).toEqual([]);
});

test('the app hears of mentions and of direct messages, and of nothing else that is said', () => {
  const slack = workspace();
  const { botUser } = slack.state().app;
  const say = (channel: string, text: string) =>
    slack.person({ act: 'message', user: 'U0ENG', channel, text });
  say('C0OPS', 'hello');
  expect(slack.deliveries).toEqual([]);
  say('C0OPS', `<@${botUser}> hello`);
  expect(lastPayload(slack)).toMatchObject({
    type: 'event_callback',
    event: { type: 'app_mention', user: 'U0ENG' },
  });
  say(botUser, 'hello');
  expect(lastPayload(slack)).toMatchObject({ event: { type: 'message', channel_type: 'im' } });
  say('C0GENERAL', `<@${botUser}> not a member here`);
  expect(slack.deliveries).toHaveLength(2);
});

test('a click carries the message, the action and what the selects of the message hold', () => {
  const slack = workspace();
  const options = ['30m', '1h'].map((value) => ({
    text: { type: 'plain_text', text: value },
    value,
  }));
  const elements = [...button().elements, { type: 'static_select', action_id: 'by', options }];
  const blocks = [{ ...button(), elements }];
  const { ts } = slack.bot('chat.postMessage', { channel: 'C0OPS', text: 'card', blocks });
  const at = {
    act: 'click' as const,
    user: 'U0SRE',
    channel: 'C0OPS',
    ts: String(ts),
    blockId: 'acts',
  };
  slack.person({ ...at, actionId: 'go' });
  expect(lastPayload(slack)).toMatchObject({
    type: 'block_actions',
    user: { id: 'U0SRE', team_id: 'T0PRACTICE' },
    container: { type: 'message', message_ts: ts, channel_id: 'C0OPS', is_ephemeral: false },
    message: { ts, text: 'card' },
    actions: [{ action_id: 'go', block_id: 'acts', type: 'button' }],
    state: { values: { acts: { by: { type: 'static_select', selected_option: null } } } },
  });
  slack.person({ ...at, actionId: 'by', value: '1h' });
  expect(lastPayload(slack)).toMatchObject({ actions: [{ selected_option: { value: '1h' } }] });
  expect(slack.person({ ...at, actionId: 'none' })['error']).toBe('action_not_found');
  expect(slack.person({ ...at, ts: '1.1', actionId: 'go' })['error']).toBe('message_not_found');
});

test('nobody else can click an ephemeral message', () => {
  const slack = workspace();
  const args = { channel: 'C0OPS', user: 'U0ENG', text: 'psst', blocks: [button()] };
  const ts = String(slack.bot('chat.postEphemeral', args)['message_ts']);
  const click = (user: string) =>
    slack.person({ act: 'click', user, channel: 'C0OPS', ts, blockId: 'acts', actionId: 'go' });
  expect(click('U0SRE')['error']).toBe('message_not_found');
  expect(click('U0ENG')['ok']).toBe(true);
  expect(lastPayload(slack)).toMatchObject({ container: { is_ephemeral: true } });
  expect(lastPayload(slack)['message']).toBeUndefined();
});

function openModal(slack: Workspace, view: Json = modal()): string {
  const { trigger_id } = slack.person({
    act: 'command',
    user: 'U0ENG',
    channel: 'C0OPS',
    text: '/ops',
  });
  return (slack.bot('views.open', { trigger_id, view })['view'] as { id: string }).id;
}

function submit(slack: Workspace, viewId: string, values: Json, answer: Json): unknown {
  slack.person({ act: 'submit', user: 'U0ENG', viewId, values });
  const subject = slack.deliveries.at(-1)?.subject ?? { kind: 'other' as const };
  return slack.run({ kind: 'acknowledged', subject, payload: answer });
}

test('a submission stays open with errors, and closes when acknowledged', () => {
  const slack = workspace();
  const viewId = openModal(slack);
  const errors = { response_action: 'errors', errors: { why: 'too short' } };
  expect(submit(slack, viewId, { why: { text: 'x' } }, errors)).toEqual({
    errors: { why: 'too short' },
  });
  expect(lastPayload(slack)).toMatchObject({
    type: 'view_submission',
    view: {
      id: viewId,
      state: { values: { why: { text: { type: 'plain_text_input', value: 'x' } } } },
    },
  });
  const strange = { response_action: 'errors', errors: { nothere: '?' } };
  expect(submit(slack, viewId, { why: 'x' }, strange)).toEqual({ error: 'invalid_errors' });
  expect(slack.state().modals['U0ENG']).toEqual([viewId]);
  expect(submit(slack, viewId, { why: 'x' }, {})).toEqual({});
  expect(slack.state().modals['U0ENG']).toEqual([]);
  expect(slack.person({ act: 'submit', user: 'U0ENG', viewId, values: {} })['error']).toBe(
    'view_not_found',
  );
});

test('an acknowledgement can update the modal, push another, or clear them all', () => {
  const slack = workspace();
  const viewId = openModal(slack);
  submit(
    slack,
    viewId,
    { why: 'x' },
    { response_action: 'update', view: modal({ callback_id: 'second' }) },
  );
  expect(slack.state().views[viewId]?.body['callback_id']).toBe('second');
  submit(slack, viewId, { why: 'x' }, { response_action: 'push', view: modal() });
  const stack = slack.state().modals['U0ENG'] ?? [];
  expect(stack).toHaveLength(2);
  submit(slack, stack[1] ?? '', { why: 'x' }, { response_action: 'clear' });
  expect(slack.state().modals['U0ENG']).toEqual([]);
});

test('required inputs left empty never reach the app', () => {
  const slack = workspace();
  const viewId = openModal(slack);
  const before = slack.deliveries.length;
  expect(slack.person({ act: 'submit', user: 'U0ENG', viewId, values: {} })).toMatchObject({
    error: 'invalid_input',
    errors: { why: expect.stringContaining('required') },
  });
  expect(slack.deliveries).toHaveLength(before);
});

test('closing is told only where the view asked for it', () => {
  const slack = workspace();
  slack.person({ act: 'close', user: 'U0ENG', viewId: openModal(slack), all: false });
  expect(lastPayload(slack)['type']).toBeUndefined();
  const viewId = openModal(slack, modal({ notify_on_close: true }));
  slack.person({ act: 'close', user: 'U0ENG', viewId, all: false });
  expect(lastPayload(slack)).toMatchObject({
    type: 'view_closed',
    is_cleared: false,
    view: { id: viewId },
  });
});

test('opening the home tab tells the app, with the view that is there', () => {
  const slack = workspace();
  slack.person({ act: 'open-home', user: 'U0ENG' });
  expect(lastPayload(slack)).toMatchObject({
    event: { type: 'app_home_opened', tab: 'home', user: 'U0ENG' },
  });
  const home = { type: 'home', blocks: [button()] };
  const { view } = slack.bot('views.publish', { user_id: 'U0ENG', view: home }) as {
    view: { id: string };
  };
  slack.person({ act: 'open-home', user: 'U0ENG' });
  expect(lastPayload(slack)).toMatchObject({ event: { view: { id: view.id } } });
  const at = { act: 'view-action' as const, user: 'U0ENG', viewId: view.id, values: {} };
  slack.person({ ...at, blockId: 'acts', actionId: 'go' });
  expect(lastPayload(slack)).toMatchObject({
    type: 'block_actions',
    container: { type: 'view', view_id: view.id },
  });
});
