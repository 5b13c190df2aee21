import { expect, it } from 'vitest';
import type { CastEvent } from './cast.ts';
import { deedOf } from './keys.ts';
import { createPlayer } from './player.ts';
import { timelineOf } from './timeline.ts';

const events: CastEvent[] = [[100, 'o', 'a']];
const places = [10, 40, 70];

function at(seconds: number, ...keys: readonly string[]) {
  const player = createPlayer({ write: () => Promise.resolve(), reset: () => undefined });
  player.load({ events, timeline: timelineOf(events, null) }, seconds);
  for (const key of keys) deedOf(key, places)?.(player);
  return player.state();
}

it.each([
  [20, ['ArrowLeft'], 15],
  [20, ['ArrowRight', 'ArrowRight'], 30],
  [2, ['ArrowLeft'], 0],
  [20, ['ArrowDown'], 40],
  [20, ['ArrowDown', 'ArrowDown', 'ArrowDown'], 70],
  [41, ['ArrowUp'], 40],
  [40, ['ArrowUp'], 10],
  [5, ['ArrowUp'], 0],
  [20, ['End'], 100],
  [20, ['Home'], 0],
])('goes from %s by %j to %s', (from, keys, to) => {
  expect(at(from, ...keys).at).toBe(to);
});

it('plays, pauses, and changes the speed within what there is', () => {
  expect(at(20, ' ').playing).toBe(true);
  expect(at(20, ' ', 'k').playing).toBe(false);
  expect(at(20, '>', '>').speed).toBe(4);
  expect(at(20, '<', '<', '<').speed).toBe(0.5);
  expect(at(20, ...Array.from({ length: 9 }, () => '>')).speed).toBe(16);
});

it('leaves other keys to the browser', () => {
  expect(deedOf('Tab', places)).toBeNull();
  expect(deedOf('a', places)).toBeNull();
});
