import { expect, it } from 'vitest';
import type { CastEvent } from './cast.ts';
import { countAt, playedAt, recordedAt, timelineOf } from './timeline.ts';

const events: CastEvent[] = [
  [1, 'o', 'a'],
  [2, 'o', 'b'],
  [602, 'o', 'c'],
  [603, 'o', 'd'],
];

it('plays every second where nothing is cut', () => {
  expect(timelineOf(events, null)).toEqual({ played: [1, 2, 602, 603], length: 603 });
});

it('cuts silence to what is allowed, and nothing else', () => {
  expect(timelineOf(events, 2)).toEqual({ played: [1, 2, 4, 5], length: 5 });
  expect(timelineOf([], 2)).toEqual({ played: [], length: 0 });
});

it('counts what was shown by a moment, those of that very moment included', () => {
  const cut = timelineOf(events, 2);
  expect([0, 0.9, 1, 3.9, 4, 99].map((at) => countAt(cut, at))).toEqual([0, 0, 1, 2, 3, 4]);
});

it('tells the second of the recording that is shown, and the way back', () => {
  const cut = timelineOf(events, 2);
  expect([0.5, 1.5, 3, 4, 4.5].map((at) => recordedAt(cut, events, at))).toEqual([
    ...[0.5, 1.5, 3, 602, 602.5],
  ]);
  expect([0.5, 1.5, 3, 300, 602, 602.5, 9999].map((at) => playedAt(cut, events, at))).toEqual([
    ...[0.5, 1.5, 3, 4, 4, 4.5, 5],
  ]);
});
