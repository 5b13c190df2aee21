import { expect, test } from 'vitest';
import { initialState, PRACTICE_SLACK_SEED } from './seed.ts';
import { step } from './step.ts';
import { button, workspace } from './test/workspace.ts';

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) freeze(inner);
}

test('never changes the state it was given, and repeats itself', () => {
  const state = initialState(PRACTICE_SLACK_SEED, 0, () => 0.5);
  freeze(state);
  const args = { channel: 'C0OPS', text: 'hi', blocks: [button()] };
  const call = {
    kind: 'api' as const,
    method: 'chat.postMessage',
    token: state.app.botToken,
    args,
  };
  const first = step(state, call, 1_000, () => 0.25);
  expect(first.reply.body['ok']).toBe(true);
  expect(step(state, call, 1_000, () => 0.25)).toEqual(first);
  expect(first.changes).toEqual([{ type: 'message', channel: 'C0OPS', ts: '1.000000' }]);
});

test('a state survives being written down and read again', () => {
  const slack = workspace();
  slack.bot('chat.postMessage', { channel: 'C0OPS', text: 'hi', blocks: [button()] });
  slack.person({ act: 'command', user: 'U0ENG', channel: 'C0OPS', text: '/ops' });
  expect(JSON.parse(JSON.stringify(slack.state()))).toEqual(slack.state());
});

test('duplicates and lost acknowledgements are used up one delivery at a time', () => {
  const slack = workspace();
  slack.person({ act: 'faults', faults: { duplicates: 1, dropAcks: 2, delayMs: 5 } });
  for (let i = 0; i < 3; i += 1) slack.person({ act: 'open-home', user: 'U0ENG' });
  const faults = slack.deliveries.map(({ copies, dropAcks, delayMs }) => [
    copies,
    dropAcks,
    delayMs,
  ]);
  expect(faults).toEqual([
    [2, 1, 5],
    [1, 1, 5],
    [1, 0, 5],
  ]);
});
