import type { MinuteCounts } from '../scan/minute-tally.ts';

/** What one segment of one source gave to one day, under one definition. */
export interface Contribution {
  /** `definitionHash` of the SLI: under another definition the same log counts otherwise. */
  readonly definition: string;
  /** Where the events come from: a load balancer's log prefix, a host. */
  readonly source: string;
  /** The part of the source, such as an object's key with its etag, or a file and where in it. */
  readonly segment: string;
  /** UTC: `2026-10-04`. */
  readonly day: string;
  /** Bytes of the segment that were read: a longer reading of a segment that grows replaces a shorter. */
  readonly extent: number;
  readonly minutes: readonly MinuteCounts[];
}

/** Where minutes came from; `Contribution` without what was counted. */
export type Origin = Pick<Contribution, 'definition' | 'source' | 'segment' | 'extent'>;

const minutesOfDay = 1440;

/** Cuts what one segment held into one contribution for each day. */
export function contributionsOf(
  minutes: readonly MinuteCounts[],
  origin: Origin,
): readonly Contribution[] {
  const days = Map.groupBy(minutes, ({ minute }) => Math.floor(minute / minutesOfDay));
  return [...days].map(([day, part]) => ({ ...origin, day: dayText(day), minutes: part }));
}

function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
