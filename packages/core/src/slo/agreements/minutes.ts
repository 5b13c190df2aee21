import { isoOf, type Minute, msPerMinute } from '@sekisho/objectives/minutes';

/** The first minute that begins at or after a moment: no minute that has begun changes. */
export function nextMinute(at: Date): Minute {
  return Math.ceil(at.getTime() / msPerMinute);
}

export function isoOrNull(minute: Minute | null): string | null {
  return minute === null ? null : isoOf(minute);
}

/** A share as percent, without the noise of binary: 99.9 for 0.999. */
export function percentOf(share: number): number {
  return Math.round(share * 1e12) / 1e10;
}

/** The same backwards. */
export function shareOf(percent: number): number {
  return Math.round(percent * 1e10) / 1e12;
}
