import { expect, test } from 'vitest';
import { button, workspace } from '../test/workspace.ts';

test('a click on a button of an attachment names the attachment, and its answer can replace it', () => {
  const slack = workspace();
  const attachments = [{ text: 'above' }, { color: '#d1242f', blocks: [button()] }];
  const { ts } = slack.bot('chat.postMessage', { channel: 'C0OPS', text: 'card', attachments });
  const click = { act: 'click' as const, user: 'U0SRE', channel: 'C0OPS', ts: String(ts) };
  slack.person({ ...click, blockId: 'acts', actionId: 'go' });
  const payload = slack.deliveries.at(-1)?.payload ?? {};
  expect(payload).toMatchObject({
    container: { type: 'message_attachment', message_ts: ts, attachment_id: 2 },
    message: { attachments: [{ id: 1 }, { id: 2, color: 'd1242f' }] },
    actions: [{ action_id: 'go', block_id: 'acts' }],
  });
  const id = String(payload['response_url']).split('/').at(-1) ?? '';
  const body = { replace_original: true, text: 'done', attachments: [{ text: 'band' }] };
  expect(slack.run({ kind: 'hook', id, body })).toEqual({ status: 200, body: 'ok' });
  expect(slack.state().messages['C0OPS']).toMatchObject([
    { text: 'done', attachments: [{ id: 1, text: 'band' }] },
  ]);
  expect(slack.person({ ...click, blockId: 'none', actionId: 'go' })).toMatchObject({
    error: 'action_not_found',
  });
});
