import { expect, test } from 'vitest';
import { readFile } from '../people/read.ts';
import { workspace } from '../test/workspace.ts';

const bytes = Buffer.from('a picture').toString('base64');
const wish = { filename: 'lanes.png', length: 9, alt_txt: 'what changed', socket_base: 'ws://x' };

function uploaded(slack: ReturnType<typeof workspace>, send = bytes) {
  const { file_id: id, upload_url: url } = slack.bot('files.getUploadURLExternal', wish);
  expect(url).toBe(`http://x/upload/v1/${String(id)}`);
  const { status } = slack.run({ kind: 'upload', id: String(id), bytes: send });
  return { id: String(id), status };
}

test('a picture is shared in a thread, and seen by those who are in the channel', () => {
  const slack = workspace();
  const { ts } = slack.bot('chat.postMessage', { channel: 'C0SRE', text: 'it burns' });
  const { id } = uploaded(slack);
  const share = { files: [{ id, title: 'lanes' }], channel_id: 'C0SRE', thread_ts: ts };
  expect(slack.bot('files.completeUploadExternal', share)).toMatchObject({ ok: true });
  expect(slack.state().messages['C0SRE']?.at(-1)).toMatchObject({
    threadTs: ts,
    files: [{ id, title: 'lanes', alt_txt: 'what changed' }],
  });
  expect(readFile(slack.state(), 'U0SRE', id).toString()).toBe('a picture');
  expect(() => readFile(slack.state(), 'U0SUP', id)).toThrow('file_not_found');
});

test('a block may show only a picture that is there', () => {
  const slack = workspace();
  const { id } = uploaded(slack);
  const image = { type: 'image', alt_text: 'lanes', slack_file: { id } };
  const post = () => slack.bot('chat.postMessage', { channel: 'C0SRE', blocks: [image] });
  expect(post()).toMatchObject({ error: 'invalid_blocks' });
  slack.bot('files.completeUploadExternal', { files: [{ id }] });
  expect(post()).toMatchObject({ ok: true });
});

test('what was cut off on its way, or never sent, is no file', () => {
  const slack = workspace();
  const { id, status } = uploaded(slack, bytes.slice(4));
  expect(status).toBe(400);
  const complete = slack.bot('files.completeUploadExternal', { files: [{ id }] });
  expect(complete).toMatchObject({ ok: false, error: 'file_not_found' });
  expect(slack.run({ kind: 'upload', id: 'F0NONE', bytes })).toEqual({ status: 404 });
});

test('only the newest pictures are kept', () => {
  const slack = workspace({ rateLimits: false });
  const all = Array.from({ length: 25 }, () => uploaded(slack).id);
  expect(Object.keys(slack.state().files ?? {})).toEqual(all.slice(-20));
});
