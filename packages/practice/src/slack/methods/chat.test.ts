import { expect, test } from 'vitest';
import type { Json } from '../state.ts';
import { button, section, workspace } from '../test/workspace.ts';

test('posts to a channel by id, by name, and to a person by their id', () => {
  const slack = workspace();
  expect(slack.bot('chat.postMessage', { channel: 'C0OPS', text: 'hi' })).toMatchObject({
    ok: true,
    channel: 'C0OPS',
    message: { text: 'hi', bot_id: 'B0SEKISHO', team: 'T0PRACTICE' },
  });
  expect(slack.bot('chat.postMessage', { channel: '#sre', text: 'hi' })['channel']).toBe('C0SRE');
  expect(slack.bot('chat.postMessage', { channel: 'U0ENG', text: 'hi' })['channel']).toMatch(/^D/);
});

test('never gives one ts twice, even within one millisecond', () => {
  const slack = workspace({ rateLimits: false });
  const all = Array.from({ length: 50 }, () =>
    String(slack.bot('chat.postMessage', { channel: 'C0OPS', text: 'x' })['ts']),
  );
  expect(new Set(all).size).toBe(50);
  expect(all.toSorted((a, b) => Number(a) - Number(b))).toEqual(all);
});

test.each([
  [{ channel: 'C0NONE', text: 'hi' }, 'channel_not_found'],
  [{ text: 'hi' }, 'channel_not_found'],
  [{ channel: 'C0GENERAL', text: 'hi' }, 'not_in_channel'],
  [{ channel: 'C0OPS' }, 'no_text'],
  [{ channel: 'C0OPS', text: 'x'.repeat(40_001) }, 'msg_too_long'],
  [{ channel: 'C0OPS', text: 'hi', thread_ts: '1.000001' }, 'thread_not_found'],
  [{ channel: 'C0OPS', text: 'hi', blocks: '{not json' }, 'invalid_blocks_format'],
  [{ channel: 'C0OPS', blocks: [section('x'.repeat(3_001))] }, 'invalid_blocks'],
])('refuses %o with %s', (args, error) => {
  expect(workspace().bot('chat.postMessage', args)).toMatchObject({ ok: false, error });
});

test('takes blocks as an array or as the JSON text that forms carry, and names what has no id', () => {
  const slack = workspace();
  const blocks = [section('one'), button()];
  const posted = slack.bot('chat.postMessage', {
    channel: 'C0OPS',
    blocks: JSON.stringify(blocks),
  });
  expect(posted).toMatchObject({
    message: { blocks: [{ block_id: expect.stringMatching(/^\w{5}$/) }, { block_id: 'acts' }] },
  });
});

test('updates in place, keeps blocks that the update leaves out, and drops them on an empty list', () => {
  const slack = workspace();
  const { ts } = slack.bot('chat.postMessage', {
    channel: 'C0OPS',
    text: 'a',
    blocks: [section('a')],
  });
  const kept = slack.bot('chat.update', { channel: 'C0OPS', ts, text: 'b' });
  expect(kept).toMatchObject({
    ok: true,
    ts,
    text: 'b',
    message: { blocks: [section('a')], edited: {} },
  });
  const dropped = slack.bot('chat.update', { channel: 'C0OPS', ts, text: 'c', blocks: [] });
  expect(dropped).toMatchObject({ message: { text: 'c', blocks: [] } });
});

test('refuses to change what is not there, is too long, or is a person’s', () => {
  const slack = workspace();
  const { ts: own } = slack.bot('chat.postMessage', { channel: 'C0OPS', text: 'a' });
  const { ts: theirs } = slack.person({
    act: 'message',
    user: 'U0ENG',
    channel: 'C0OPS',
    text: 'mine',
  });
  const update = (ts: unknown, text: string) =>
    slack.bot('chat.update', { channel: 'C0OPS', ts, text })['error'];
  expect(update('1.000001', 'b')).toBe('message_not_found');
  expect(update(own, 'x'.repeat(4_001))).toBe('msg_too_long');
  expect(update(theirs, 'b')).toBe('cant_update_message');
  expect(slack.bot('chat.delete', { channel: 'C0OPS', ts: theirs })['error']).toBe(
    'cant_delete_message',
  );
  expect(slack.bot('chat.delete', { channel: 'C0OPS', ts: own })['ok']).toBe(true);
  expect(slack.bot('chat.delete', { channel: 'C0OPS', ts: own })['error']).toBe(
    'message_not_found',
  );
});

test('an ephemeral message is no part of the history and cannot be updated', () => {
  const slack = workspace();
  const args = { channel: 'C0OPS', user: 'U0ENG', text: 'psst' };
  const { message_ts: ts } = slack.bot('chat.postEphemeral', args);
  expect(slack.bot('conversations.history', { channel: 'C0OPS' })['messages']).toEqual([]);
  expect(slack.bot('chat.update', { channel: 'C0OPS', ts, text: 'x' })['error']).toBe(
    'message_not_found',
  );
  const stranger = { channel: 'C0SRE', user: 'U0SUP', text: 'psst' };
  expect(slack.bot('chat.postEphemeral', stranger)['error']).toBe('user_not_in_channel');
});

test('a thread hangs from its parent and leaves the channel’s history', () => {
  const slack = workspace();
  const { ts } = slack.bot('chat.postMessage', { channel: 'C0OPS', text: 'card' });
  const reply = slack.bot('chat.postMessage', { channel: 'C0OPS', text: 'reply', thread_ts: ts });
  const history = slack.bot('conversations.history', { channel: 'C0OPS' });
  expect(history['messages']).toMatchObject([
    { ts, thread_ts: ts, reply_count: 1, latest_reply: reply['ts'] },
  ]);
  const thread = slack.bot('conversations.replies', { channel: 'C0OPS', ts });
  expect(thread['messages']).toMatchObject([{ ts }, { ts: reply['ts'], thread_ts: ts }]);
  const link = slack.bot('chat.getPermalink', { channel: 'C0OPS', message_ts: ts });
  expect(link['permalink']).toMatch(/\/archives\/C0OPS\/p\d{16}$/);
});

test('reacts once', () => {
  const slack = workspace();
  const { ts } = slack.bot('chat.postMessage', { channel: 'C0OPS', text: 'card' });
  const args = { channel: 'C0OPS', timestamp: ts, name: 'eyes' };
  expect(slack.bot('reactions.add', args)).toEqual({ ok: true });
  expect(slack.bot('reactions.add', args)['error']).toBe('already_reacted');
});

const banded = (...blocks: Json[]): Json => ({ color: '#d1242f', blocks });

test('keeps attachments: numbered, completed, and with their colour', () => {
  const slack = workspace();
  const attachments = JSON.stringify([{ color: 'danger', text: 'late' }, banded(button())]);
  const posted = slack.bot('chat.postMessage', { channel: 'C0OPS', attachments });
  const kept = [
    { id: 1, color: 'danger', text: 'late', fallback: 'late' },
    { id: 2, color: 'd1242f', fallback: '[no preview available]', blocks: [{ block_id: 'acts' }] },
  ];
  expect(posted).toMatchObject({ ok: true, message: { attachments: kept } });
  const { messages } = slack.bot('conversations.history', { channel: 'C0OPS' });
  expect(messages).toMatchObject([{ attachments: kept }]);
});

test('keeps attachments that an update leaves out, and drops them on an empty list', () => {
  const slack = workspace();
  const { ts } = slack.bot('chat.postMessage', {
    ...{ channel: 'C0OPS', text: 'a' },
    attachments: [banded(section('body'))],
  });
  const at = { channel: 'C0OPS', ts, text: 'b' };
  expect(slack.bot('chat.update', at)).toMatchObject({
    message: { attachments: [{ color: 'd1242f' }] },
  });
  const bare = slack.bot('chat.update', { ...at, attachments: [] })['message'];
  expect(bare).not.toHaveProperty('attachments');
});

test.each([
  ['{not json', 'invalid_attachments', undefined],
  ['5', 'invalid_attachments', undefined],
  [
    [banded(section('x'.repeat(3_001)))],
    'invalid_attachments',
    ['must be less than 3001 characters [json-pointer:/attachments/0/blocks/0/text/text]'],
  ],
  [Array.from({ length: 101 }, () => ({ text: 'x' })), 'too_many_attachments', undefined],
])('refuses the attachments %o with %s', (attachments, error, errors) => {
  const answer = workspace().bot('chat.postMessage', { channel: 'C0OPS', text: 'a', attachments });
  expect(answer).toMatchObject({ ok: false, error, ...(errors === undefined ? {} : { errors }) });
});

test('a channel keeps its newest thousand messages', () => {
  const slack = workspace();
  for (let i = 1; i <= 1_001; i += 1) {
    slack.person({ act: 'message', user: 'U0ENG', channel: 'C0OPS', text: `number ${i}` });
  }
  const kept = slack.state().messages['C0OPS'] ?? [];
  expect([kept.length, kept[0]?.text, kept.at(-1)?.text]).toEqual([
    1_000,
    'number 2',
    'number 1001',
  ]);
});
