import { expect, test } from 'vitest';
import type { Json } from './state.ts';
import type { Workspace } from './test/workspace.ts';
import { button, section, workspace } from './test/workspace.ts';

function responseUrl(slack: Workspace): string {
  slack.person({ act: 'command', user: 'U0ENG', channel: 'C0OPS', text: '/ops list' });
  return String(slack.deliveries.at(-1)?.payload['response_url']);
}

function respond(slack: Workspace, url: string, body: Json) {
  return slack.run({ kind: 'hook', id: url.split('/').at(-1) ?? '', body });
}

test('answers go to the one who asked, or to the channel when told so', () => {
  const slack = workspace();
  const url = responseUrl(slack);
  respond(slack, url, { text: 'for you' });
  respond(slack, url, { text: 'for all', response_type: 'in_channel' });
  const seen = (slack.state().messages['C0OPS'] ?? []).map((m) => [m.text, m.ephemeralFor]);
  expect(seen).toEqual([
    ['for you', 'U0ENG'],
    ['for all', undefined],
  ]);
});

test('works five times, and for thirty minutes', () => {
  const slack = workspace();
  const url = responseUrl(slack);
  const used = Array.from({ length: 6 }, () => respond(slack, url, { text: 'x' }).body);
  expect(used).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'used_url']);
  const late = responseUrl(slack);
  slack.pass(30 * 60_000);
  expect(respond(slack, late, { text: 'x' })).toEqual({ status: 404, body: 'expired_url' });
  expect(respond(slack, 'forged', { text: 'x' }).status).toBe(404);
});

test('a bad answer is refused and costs no use', () => {
  const slack = workspace();
  const url = responseUrl(slack);
  const bad = respond(slack, url, { blocks: [section('')] });
  expect(bad).toEqual({ status: 400, body: 'invalid_blocks' });
  expect(slack.state().hookUses).toEqual({});
});

test('replaces and deletes the message whose button was clicked', () => {
  const slack = workspace();
  const { ts } = slack.bot('chat.postMessage', {
    channel: 'C0OPS',
    text: 'card',
    blocks: [button()],
  });
  const click = {
    act: 'click' as const,
    user: 'U0SRE',
    channel: 'C0OPS',
    blockId: 'acts',
    actionId: 'go',
  };
  slack.person({ ...click, ts: String(ts) });
  const url = String(slack.deliveries.at(-1)?.payload['response_url']);
  respond(slack, url, { replace_original: true, text: 'done', blocks: [] });
  expect(slack.state().messages['C0OPS']).toMatchObject([{ ts, text: 'done', blocks: [] }]);
  respond(slack, url, { delete_original: true });
  expect(slack.state().messages['C0OPS']).toEqual([]);
});
