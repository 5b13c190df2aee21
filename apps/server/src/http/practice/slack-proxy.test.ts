import {
  PRACTICE_SLACK_SEED,
  type PracticeSlack,
  startPracticeSlack,
} from '@sekisho/practice/slack';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hat, type OpenDoor, openDoor, secret } from '../../../../../test/support/open-door.ts';

let slack: PracticeSlack;
let door: OpenDoor;
beforeAll(async () => {
  slack = await startPracticeSlack({ port: 0, secret: 'slack-secret', seed: PRACTICE_SLACK_SEED });
  door = await openDoor({
    practice: { secret, slackUrl: slack.url, slackSecret: 'slack-secret' },
  });
});
afterAll(async () => {
  await door.close();
  await slack.close();
});

const headers = { ...hat('engineer'), 'content-type': 'application/json' };

async function channelOf(user: string): Promise<string> {
  const answer = await fetch(`${door.url}/practice/slack/channels?user=${user}`, { headers });
  const { channels } = (await answer.json()) as { channels: { id: string }[] };
  return channels[0]?.id ?? '';
}

describe('practice Slack behind our door', () => {
  it('is reached with our own credentials and no others', async () => {
    expect((await fetch(`${door.url}/practice/slack/users`)).status).toBe(401);
    const slackSecret = { headers: { authorization: 'Bearer slack-secret' } };
    expect((await fetch(`${door.url}/practice/slack/users`, slackSecret)).status).toBe(401);
    const answer = await fetch(`${door.url}/practice/slack/users`, { headers });
    expect(await answer.json()).toMatchObject({ ok: true, users: expect.any(Array) });
  });

  it('takes what people do, and streams what they notice', async () => {
    const user = 'U0ENG';
    const channel = await channelOf(user);
    const stream = await fetch(`${door.url}/practice/slack/stream?user=${user}`, { headers });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const body = JSON.stringify({ user, channel, text: 'hello from the console' });
    const said = await fetch(`${door.url}/practice/slack/message`, {
      method: 'POST',
      headers,
      body,
    });
    expect(await said.json()).toMatchObject({ ok: true });
    let seen = '';
    for await (const chunk of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      seen += chunk;
      if (seen.includes('event: message')) break;
    }
    expect(seen).toContain('event: message');
  });

  it('says nothing when a browser leaves its stream', async () => {
    const said = vi.spyOn(console, 'error');
    const left = await openDoor({
      practice: { secret, slackUrl: slack.url, slackSecret: 'slack-secret' },
    });
    const leaving = new AbortController();
    const { signal } = leaving;
    const stream = await fetch(`${left.url}/practice/slack/stream?user=U0ENG`, { headers, signal });
    await stream.body?.getReader().read();
    leaving.abort();
    await left.close();
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
  });

  it('passes on its refusals as they are', async () => {
    const body = JSON.stringify({ user: 'nobody' });
    const answer = await fetch(`${door.url}/practice/slack/message`, {
      method: 'POST',
      headers,
      body,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ ok: false });
  });

  it('is left only through its people’s side', async () => {
    for (const path of ['%2e%2e/api/chat.postMessage', '..%2fapi/auth.test', 'a/..%5c..%5capi']) {
      const answer = await fetch(`${door.url}/practice/slack/${path}`, { headers });
      expect(answer.status).toBe(404);
    }
    const plain = { ...headers, 'content-type': 'text/plain' };
    const form = await fetch(`${door.url}/practice/slack/message`, {
      method: 'POST',
      headers: plain,
      body: '{}',
    });
    expect(form.status).toBe(415);
    const gone = await fetch(`${door.url}/practice/slack/users`, { method: 'DELETE', headers });
    expect(gone.status).toBe(405);
  });
});
