import { afterEach, expect, test } from 'vitest';
import { makeApp, startBench, stopBenches } from './test/bench.ts';

afterEach(stopBenches);

test('a command opens a modal, its submission posts a card, and a click updates the card', async () => {
  const bench = await startBench();
  const app = await makeApp(bench);
  app.command('/ops', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'ask',
        private_metadata: body.channel_id,
        title: { type: 'plain_text', text: 'Ask' },
        submit: { type: 'plain_text', text: 'Send' },
        blocks: [
          {
            type: 'input',
            block_id: 'why',
            label: { type: 'plain_text', text: 'Why' },
            element: { type: 'plain_text_input', action_id: 'text' },
          },
        ],
      },
    });
  });
  app.view('ask', async ({ ack, view, client }) => {
    await ack();
    const why = view.state.values['why']?.['text']?.value ?? '';
    await client.chat.postMessage({
      channel: view.private_metadata,
      text: why,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: why } },
        {
          type: 'actions',
          block_id: 'answer',
          elements: [
            {
              type: 'button',
              action_id: 'approve',
              text: { type: 'plain_text', text: 'Approve' },
              value: 'l1',
            },
          ],
        },
      ],
    });
  });
  app.action('approve', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || body.message === undefined) return;
    const { ts } = body.message;
    await client.chat.update({ channel: body.channel?.id ?? '', ts, text: 'approved', blocks: [] });
  });

  const typed = await bench.person('command', {
    user: 'U0ENG',
    channel: 'C0OPS',
    text: '/ops start staging 2h',
  });
  expect(typed).toMatchObject({ ok: true, delivery: { outcome: 'acknowledged' } });
  const { view } = await bench.until(
    () => bench.look('view?user=U0ENG'),
    (answer) => answer['view'] !== null,
  );
  const viewId = (view as { id: string }).id;
  const empty = await bench.person('view/submit', { user: 'U0ENG', viewId, values: {} });
  expect(empty).toMatchObject({
    ok: false,
    error: 'invalid_input',
    errors: { why: expect.any(String) },
  });
  await bench.person('view/submit', { user: 'U0ENG', viewId, values: { why: 'slow query' } });
  const [card] = await bench.messages('U0SRE', 'C0OPS', (all) => all.length === 1);
  expect(card).toMatchObject({ text: 'slow query', bot_id: 'B0SEKISHO' });
  expect(await bench.look('view?user=U0ENG')).toMatchObject({ view: null });
  const click = {
    user: 'U0SRE',
    channel: 'C0OPS',
    ts: card?.['ts'],
    blockId: 'answer',
    actionId: 'approve',
  };
  await bench.person('click', click);
  const [after] = await bench.messages('U0SRE', 'C0OPS', (all) => all[0]?.['text'] === 'approved');
  expect(after).toMatchObject({ ts: card?.['ts'], blocks: [] });
});

test('a duplicated delivery reaches the handler twice, for Bolt does not dedupe', async () => {
  const bench = await startBench();
  const app = await makeApp(bench);
  const seen: string[] = [];
  app.command('/ops', async ({ ack, body }) => {
    seen.push(body.trigger_id);
    await ack();
  });
  await bench.person('faults', { duplicates: 1 });
  await bench.person('command', { user: 'U0ENG', channel: 'C0OPS', text: '/ops list' });
  await bench.until(
    async () => seen,
    (all) => all.length === 2,
  );
  expect(new Set(seen).size).toBe(1);
});

test('an event whose acknowledgement went missing is sent again with the same event id', async () => {
  const bench = await startBench({ patience: { retryDelaysMs: [0] } });
  const app = await makeApp(bench);
  const seen: { id: string; retry: number | undefined }[] = [];
  app.event('app_mention', async ({ body, context }) => {
    seen.push({ id: body.event_id, retry: context.retryNum });
  });
  await bench.person('faults', { dropAcks: 1 });
  await bench.person('message', {
    user: 'U0ENG',
    channel: 'C0OPS',
    text: `<@${bench.slack.botUserId}> hello`,
  });
  await bench.until(
    async () => seen,
    (all) => all.length === 2,
  );
  expect(seen.map((entry) => entry.retry)).toEqual([0, 1]);
  expect(new Set(seen.map((entry) => entry.id)).size).toBe(1);
});

test('an app that does not acknowledge a command shows the person a timeout', async () => {
  const bench = await startBench({ patience: { ackTimeoutMs: 50 } });
  const app = await makeApp(bench);
  app.command('/ops', async () => {});
  const typed = await bench.person('command', {
    user: 'U0ENG',
    channel: 'C0OPS',
    text: '/ops list',
  });
  expect(typed).toMatchObject({ delivery: { outcome: 'timeout' } });
});

test('a command finds no app when none is connected', async () => {
  const bench = await startBench();
  const typed = await bench.person('command', {
    user: 'U0ENG',
    channel: 'C0OPS',
    text: '/ops list',
  });
  expect(typed).toMatchObject({ delivery: { outcome: 'unreachable' } });
});

test('the WebClient waits out a 429 and then succeeds', async () => {
  const bench = await startBench();
  const app = await makeApp(bench);
  await bench.person('faults', { rateLimited: 1, retryAfterSeconds: 1 });
  const posted = await app.client.chat.postMessage({ channel: 'C0OPS', text: 'late but there' });
  expect(posted.ok).toBe(true);
  expect(await bench.messages('U0SRE', 'C0OPS', (all) => all.length > 0)).toHaveLength(1);
});

test('an app that is told to refresh comes back on a new socket', async () => {
  const bench = await startBench();
  const app = await makeApp(bench, { clientPingTimeout: 50 });
  app.command('/ops', async ({ ack }) => ack('still here'));
  bench.slack.refreshSockets();
  const answered = await bench.until(
    () => bench.person('command', { user: 'U0ENG', channel: 'C0OPS', text: '/ops list' }),
    (typed) => (typed['delivery'] as { outcome: string }).outcome === 'acknowledged',
  );
  expect(answered['ok']).toBe(true);
  const mine = await bench.messages('U0ENG', 'C0OPS', (all) => all.length > 0);
  expect(mine.at(-1)).toMatchObject({ text: 'still here', is_ephemeral: true });
  expect(await bench.messages('U0SRE', 'C0OPS', () => true)).toEqual([]);
});

test('answers through respond() replace and delete what they answer', async () => {
  const bench = await startBench();
  const app = await makeApp(bench);
  app.command('/ops', async ({ ack, respond }) => {
    await ack();
    const elements = ['more', 'gone'].map((id) => ({
      type: 'button' as const,
      action_id: id,
      text: { type: 'plain_text' as const, text: id },
    }));
    await respond({ text: 'first', blocks: [{ type: 'actions', block_id: 'b', elements }] });
  });
  app.action('more', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'second' });
  });
  app.action('gone', async ({ ack, respond }) => {
    await ack();
    await respond({ delete_original: true });
  });
  await bench.person('command', { user: 'U0ENG', channel: 'C0OPS', text: '/ops list' });
  const [first] = await bench.messages('U0ENG', 'C0OPS', (all) => all.length === 1);
  const at = { user: 'U0ENG', channel: 'C0OPS', ts: first?.['ts'], blockId: 'b' };
  await bench.person('click', { ...at, actionId: 'more' });
  await bench.messages('U0ENG', 'C0OPS', (all) => all[0]?.['text'] === 'second');
  await bench.person('click', { ...at, actionId: 'gone' });
  expect(await bench.messages('U0ENG', 'C0OPS', (all) => all.length === 0)).toEqual([]);
});
