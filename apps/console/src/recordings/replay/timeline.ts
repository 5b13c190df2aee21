import type { CastEvent } from './cast.ts';

/** When each event is played, after the longest silences were cut. */
export interface Timeline {
  /** Seconds of playing, by the place of the event. */
  readonly played: readonly number[];
  /** Seconds that playing all of it takes at usual speed. */
  readonly length: number;
}

/** Lays events out for playing. @param longestIdle seconds of silence that are played at most; null cuts nothing */
export function timelineOf(events: readonly CastEvent[], longestIdle: number | null): Timeline {
  let before = 0;
  let at = 0;
  const played = events.map(([seconds]) => {
    const silence = seconds - before;
    before = seconds;
    at += longestIdle === null ? silence : Math.min(silence, longestIdle);
    return at;
  });
  return { played, length: at };
}

/** How many events were played after so many seconds of playing. */
export function countAt({ played }: Timeline, seconds: number): number {
  return countUntil(played.length, (index) => played[index] ?? 0, seconds);
}

/** How many of so many rising values are at most `limit`. */
function countUntil(length: number, valueAt: (index: number) => number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which second of the recording is shown after so many seconds of playing. */
export function recordedAt(
  timeline: Timeline,
  events: readonly CastEvent[],
  seconds: number,
): number {
  const count = countAt(timeline, seconds);
  const [recorded] = events[count - 1] ?? [0];
  const since = seconds - (timeline.played[count - 1] ?? 0);
  const [next] = events[count] ?? [recorded];
  return Math.min(recorded + since, next);
}

/** After how many seconds of playing a second of the recording is shown; within a cut silence, its end. */
export function playedAt(
  timeline: Timeline,
  events: readonly CastEvent[],
  recorded: number,
): number {
  const count = countUntil(events.length, (index) => events[index]?.[0] ?? 0, recorded);
  const from = timeline.played[count - 1] ?? 0;
  const since = recorded - (events[count - 1]?.[0] ?? 0);
  return Math.min(from + Math.max(0, since), timeline.played[count] ?? from);
}
