import { expect, it } from 'vitest';
import { createBodyRoom } from './body-room.ts';

const small = 64 * 1024;

it('keeps no more bytes of strangers at a time than there is room for', () => {
  const room = createBodyRoom({ small: 1 << 30, large: 100 });
  const places = ['192.0.2.1', '192.0.2.2', '192.0.2.3'].map((network) => room.enter(network));
  const [one, two, three] = places;
  one?.take(small + 60);
  two?.take(small + 40);
  expect(() => three?.take(small + 1)).toThrow('rate-limited');
  one?.leave();
  one?.leave();
  three?.leave();
  expect(() => three?.take(small + 61)).toThrow('rate-limited');
  three?.leave();
  expect(() => three?.take(small + 60)).not.toThrow();
});

it('takes one large body of a network at a time, and its short calls beside it', () => {
  const room = createBodyRoom({ small: 1 << 30, large: 1 << 30 });
  const large = room.enter('192.0.2.1');
  for (let piece = 0; piece < 3; piece += 1) large.take(small);
  const second = room.enter('192.0.2.1');
  second.take(small);
  expect(() => second.take(1)).toThrow('rate-limited');
  // Who was refused gives up nothing of the first.
  second.leave();
  expect(() => room.enter('192.0.2.1').take(small + 1)).toThrow('rate-limited');
  large.leave();
  expect(() => room.enter('192.0.2.1').take(small + 1)).not.toThrow();
});

it('lets no network fill the room for short calls', () => {
  const room = createBodyRoom({ small: 32 * small, large: 0 });
  room.enter('192.0.2.1').take(small);
  expect(() => room.enter('192.0.2.1').take(1)).toThrow('rate-limited');
  expect(() => room.enter('192.0.2.2').take(small)).not.toThrow();
});
