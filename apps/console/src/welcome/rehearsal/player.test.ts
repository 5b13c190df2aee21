import type { SloPage } from '@sekisho/contract';
import { describe, expect, it } from 'vitest';
import { type Minute, nextBeat, skipReading, statesOf, stepOf, type Watched } from './player.ts';

const start = Date.UTC(2026, 9, 4, 12);
const at = (minute: number) => new Date(start + minute * 60_000).toISOString();
const begun = {
  ...{ id: 'r', slo: 'shop-availability', displayName: null, service: 'shop', target: 0.999 },
  ...{ startsAt: at(0), brokeAt: at(4), minutes: 30 },
};
const page = { id: 'r' } as unknown as SloPage;

/** Watches until nothing more comes, as a player does that is never paused. */
function watchAll(): { steps: (string | null)[]; beats: number } {
  const all = Array.from({ length: 30 }, (_, index): Minute => {
    const bad = index >= 4 && index < 14 ? 5 : 0;
    const news = index === 8 ? 'fired' : null;
    const rest = { remainingShare: 1, burn: 0, tiers: [], page: index >= 8 ? page : null, news };
    return { at: at(index + 1), good: 20, bad, ...rest } as Minute;
  });
  let watched: Watched = { begun, minutes: [], over: false, read: 0 };
  const steps: (string | null)[] = [stepOf(watched)];
  let beats = 0;
  for (let beat = nextBeat(watched); beat !== 'over'; beat = nextBeat(watched)) {
    beats += 1;
    if (beat === 'read') watched = { ...watched, read: watched.read + 1 };
    else {
      const minutes = all.slice(0, watched.minutes.length + beat.play);
      watched = { ...watched, minutes, over: minutes.length === all.length };
    }
    if (stepOf(watched) !== steps.at(-1)) steps.push(stepOf(watched));
  }
  return { steps, beats };
}

describe('the rehearsal of an incident', () => {
  it('goes through each step once, stops for reading, and ends', () => {
    const { steps, beats } = watchAll();
    expect(steps).toEqual([...['calm', 'breaks', 'burns', 'page', 'explained', 'recovery'], null]);
    expect(beats).toBeLessThan(60);
  });

  it('can leave the reading, and shows what is done', () => {
    const fired: Watched = { begun, minutes: [{ page } as Minute], over: false, read: 0 };
    const why = skipReading(fired);
    expect([stepOf(why), stepOf(skipReading(why))]).toEqual(['explained', 'recovery']);
    expect(statesOf(why)).toMatchObject({ page: 'done', explained: 'current', recovery: 'ahead' });
  });
});
