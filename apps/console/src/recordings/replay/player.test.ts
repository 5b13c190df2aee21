import { expect, it } from 'vitest';
import type { CastEvent } from './cast.ts';
import { createPlayer, type Screen } from './player.ts';
import { timelineOf } from './timeline.ts';

const events: CastEvent[] = [
  [1, 'o', 'a'],
  [2, 'o', 'b'],
  [60, 'o', 'c'],
];
const reel = { events, timeline: timelineOf(events, 5) };

/** A screen that shows everything since it was last emptied. */
function paper() {
  let shown = '';
  let resets = 0;
  const screen: Screen = {
    write: async (text) => {
      await Promise.resolve();
      shown += text;
    },
    reset: () => {
      shown = '';
      resets += 1;
    },
  };
  return { screen, shown: () => shown, resets: () => resets };
}

it('plays at its speed, with the long silence cut, and stops at the end', async () => {
  const { screen, shown } = paper();
  const player = createPlayer(screen);
  player.load(reel);
  player.play();
  player.tick(10_000);
  player.tick(11_500);
  await player.drawn();
  expect(shown()).toBe('a');
  player.setSpeed(4);
  player.tick(11_750);
  await player.drawn();
  expect([shown(), player.state().at]).toEqual(['ab', 2.5]);
  player.tick(13_000);
  await player.drawn();
  expect(shown()).toBe('abc');
  expect(player.state()).toEqual({ at: 7, playing: false, speed: 4 });
});

it('stands still while it is paused, however long', async () => {
  const { screen, shown } = paper();
  const player = createPlayer(screen);
  player.load(reel);
  player.play();
  player.tick(0);
  player.tick(1000);
  player.pause();
  player.tick(60_000);
  player.play();
  player.tick(60_100);
  player.tick(60_200);
  await player.drawn();
  expect(shown()).toBe('a');
  expect(player.state().at).toBeCloseTo(1.1);
});

it('goes back by drawing anew, forth by drawing on, and never past an end', async () => {
  const { screen, shown, resets } = paper();
  const player = createPlayer(screen);
  player.load(reel);
  player.seek(99);
  await player.drawn();
  expect([shown(), player.state().at, resets()]).toEqual(['abc', 7, 0]);
  player.seek(1.5);
  await player.drawn();
  expect([shown(), resets()]).toEqual(['a', 1]);
  player.seek(-3);
  await player.drawn();
  expect([shown(), player.state().at]).toEqual(['', 0]);
});

it('draws only what the last of quick seeks asked for', async () => {
  const { screen, shown, resets } = paper();
  const player = createPlayer(screen);
  player.load(reel);
  for (const at of [7, 0, 7, 1, 7, 2]) player.seek(at);
  await player.drawn();
  expect([shown(), resets()]).toEqual(['ab', 1]);
});

it('begins anew when it is played from its end, and goes on when more was read', async () => {
  const { screen, shown } = paper();
  const player = createPlayer(screen);
  player.load({ events: events.slice(0, 1), timeline: timelineOf(events.slice(0, 1), 5) });
  player.seek(1);
  await player.drawn();
  player.load(reel);
  expect(player.state().at).toBe(1);
  player.seek(7);
  player.play();
  player.tick(0);
  await player.drawn();
  expect([shown(), player.state().playing]).toEqual(['', true]);
});
