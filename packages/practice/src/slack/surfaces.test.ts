import { afterEach, expect, test } from 'vitest';
import { makeApp, startBench, stopBenches } from './test/bench.ts';

afterEach(stopBenches);

test('Bolt hears a direct message and says something back there', async () => {
  const bench = await startBench();
  const app = await makeApp(bench);
  app.message('hello', async ({ message, say }) => {
    if (message.subtype === undefined) await say(`hello <@${message.user}>`);
  });
  const { channel } = await bench.person('message', {
    user: 'U0ENG',
    channel: bench.slack.botUserId,
    text: 'hello there',
  });
  const all = await bench.messages('U0ENG', String(channel), (seen) => seen.length === 2);
  expect(all.map((message) => message['text'])).toEqual(['hello there', 'hello <@U0ENG>']);
});

test('Bolt publishes a home tab when it is opened, and hears its buttons', async () => {
  const bench = await startBench();
  const app = await makeApp(bench);
  const pressed: string[] = [];
  app.event('app_home_opened', async ({ event, client }) => {
    const text = { type: 'plain_text' as const, text: 'Stop' };
    const elements = [{ type: 'button' as const, action_id: 'stop', value: 'l1', text }];
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'actions', block_id: 'b', elements }] },
    });
  });
  app.action('stop', async ({ ack, body }) => {
    pressed.push(body.user.id);
    await ack();
  });
  await bench.person('home/open', { user: 'U0ENG' });
  const { view } = await bench.until(
    () => bench.look('home?user=U0ENG'),
    (answer) => answer['view'] !== null,
  );
  const viewId = (view as { id: string }).id;
  const at = { user: 'U0ENG', viewId, blockId: 'b', actionId: 'stop' };
  expect(await bench.person('view/action', at)).toMatchObject({
    delivery: { outcome: 'acknowledged' },
  });
  expect(pressed).toEqual(['U0ENG']);
});

test('Bolt pushes a modal from a modal and hears that they were closed', async () => {
  const bench = await startBench();
  const app = await makeApp(bench);
  const closed: { id: string; cleared: boolean }[] = [];
  const text = { type: 'plain_text' as const, text: 'More' };
  const modal = (callback_id: string) => ({
    type: 'modal' as const,
    callback_id,
    notify_on_close: true,
    title: text,
    blocks: [
      {
        type: 'actions' as const,
        block_id: 'b',
        elements: [{ type: 'button' as const, action_id: 'more', text }],
      },
    ],
  });
  app.command('/ops', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: modal('first') });
  });
  app.action({ type: 'block_actions', action_id: 'more' }, async ({ ack, body, client }) => {
    await ack();
    await client.views.push({ trigger_id: body.trigger_id, view: modal('second') });
  });
  app.view({ type: 'view_closed', callback_id: /first|second/ }, async ({ ack, body, view }) => {
    await ack();
    closed.push({ id: view.callback_id, cleared: body.type === 'view_closed' && body.is_cleared });
  });
  const top = (depth: number) =>
    bench.until(
      () => bench.look('view?user=U0ENG'),
      (answer) => answer['depth'] === depth,
    );
  const idOf = (answer: Record<string, unknown>) => (answer['view'] as { id: string }).id;
  await bench.person('command', { user: 'U0ENG', channel: 'C0OPS', text: '/ops' });
  const viewId = idOf(await top(1));
  await bench.person('view/action', { user: 'U0ENG', viewId, blockId: 'b', actionId: 'more' });
  await bench.person('view/close', { user: 'U0ENG', viewId: idOf(await top(2)), all: true });
  await bench.until(
    async () => closed,
    (all) => all.length === 2,
  );
  expect(closed).toEqual([
    { id: 'first', cleared: true },
    { id: 'second', cleared: true },
  ]);
});
