import { afterEach, expect, test } from 'vitest';
import { sign } from './shell/signed-http.ts';
import { makeHttpApp, startBench, stopBenches } from './test/bench.ts';

afterEach(stopBenches);

test('Bolt accepts the signature of a command and its answer reaches the person', async () => {
  const bench = await startBench();
  const { app } = await makeHttpApp(bench);
  app.command('/ops', async ({ ack, command }) => ack(`you said ${command.text}`));
  const typed = await bench.person('command', {
    user: 'U0ENG',
    channel: 'C0OPS',
    text: '/ops start staging 2h',
  });
  expect(typed).toMatchObject({ ok: true, delivery: { outcome: 'acknowledged' } });
  const [answer] = await bench.messages('U0ENG', 'C0OPS', (all) => all.length === 1);
  expect(answer).toMatchObject({ text: 'you said start staging 2h', is_ephemeral: true });
});

test('a submission in HTTP mode is answered with errors by block', async () => {
  const bench = await startBench();
  const { app } = await makeHttpApp(bench);
  app.command('/ops', async ({ ack, body, client }) => {
    await ack();
    const element = { type: 'plain_text_input' as const, action_id: 'a' };
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'ask',
        title: { type: 'plain_text', text: 'Ask' },
        submit: { type: 'plain_text', text: 'Send' },
        blocks: [
          { type: 'input', block_id: 'b', label: { type: 'plain_text', text: 'For' }, element },
        ],
      },
    });
  });
  app.view('ask', async ({ ack }) => {
    await ack({ response_action: 'errors', errors: { b: 'at most 1h' } });
  });
  await bench.person('command', { user: 'U0ENG', channel: 'C0OPS', text: '/ops' });
  const { view } = await bench.until(
    () => bench.look('view?user=U0ENG'),
    (answer) => answer['view'] !== null,
  );
  const viewId = (view as { id: string }).id;
  const submitted = await bench.person('view/submit', {
    user: 'U0ENG',
    viewId,
    values: { b: '9h' },
  });
  expect(submitted).toMatchObject({ delivery: { errors: { b: 'at most 1h' } } });
  expect(await bench.look('view?user=U0ENG')).toMatchObject({
    view: { id: viewId, state: { values: { b: { a: { value: '9h' } } } } },
  });
});

test('a forged signature is refused by Bolt', async () => {
  const bench = await startBench();
  const { app, url } = await makeHttpApp(bench);
  let reached = 0;
  app.command('/ops', async ({ ack }) => {
    reached += 1;
    await ack();
  });
  const timestamp = Math.floor(Date.now() / 1000);
  const body = 'command=%2Fops&text=start&user_id=U0ENG&team_id=T0PRACTICE';
  const post = async (secret: string) => {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': sign(secret, timestamp, body),
      },
    });
    return response.status;
  };
  expect(await post('not the secret')).toBe(401);
  expect(reached).toBe(0);
  expect(await post(bench.slack.signingSecret)).toBe(200);
  expect(reached).toBe(1);
});

test('an event that the app fails to take is posted again with its retry headers', async () => {
  const bench = await startBench({ patience: { retryDelaysMs: [0] } });
  const { app } = await makeHttpApp(bench);
  const retries: unknown[] = [];
  app.event('app_home_opened', async ({ context }) => {
    retries.push([context.retryNum, context.retryReason]);
  });
  await bench.person('faults', { dropAcks: 1 });
  await bench.person('home/open', { user: 'U0ENG' });
  await bench.until(
    async () => retries,
    (all) => all.length === 2,
  );
  expect(retries).toEqual([
    [undefined, undefined],
    [1, 'http_timeout'],
  ]);
});

test('a request URL that is elsewhere, or does not answer the challenge, is refused', async () => {
  const bench = await startBench();
  await expect(bench.slack.setRequestUrl('https://example.com/slack')).rejects.toThrow(
    'this machine',
  );
  await expect(bench.slack.setRequestUrl(bench.slack.url)).rejects.toThrow('url_verification');
});
