import { outcomeOf } from '@sekisho/counting/graphql';
import { expect, it } from 'vitest';
import { gatherMessages } from './gather-messages.ts';

const first = { data: {}, hasNext: true };
const more = { incremental: [{ data: {} }], hasNext: true };
const last = { incremental: [{ data: {} }], hasNext: false };

function gathered(messages: readonly unknown[]) {
  const gatherer = gatherMessages(false);
  for (const message of messages) gatherer.add(message);
  return outcomeOf(gatherer.messages());
}

it('a stream is cut off or not by its last message, even if an equal one came before', () => {
  expect(gathered([first, more, last])?.cutOff).toBe(false);
  expect(gathered([first, more, last, more])?.cutOff).toBe(true);
});

it('data is kept only where it is judged', () => {
  const keeping = gatherMessages(true);
  keeping.add({ data: { a: 1 } });
  expect(keeping.messages()).toEqual([{ data: { a: 1 } }]);
  expect(gathered([{ data: { a: 1 } }])?.results).toEqual([{}]);
});
