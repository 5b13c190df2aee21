import type { LeaseRow } from './row.ts';

/** Seconds that a lease's resource has lived, counted from its grant to its end or `now`. */
export function livedSeconds(row: Pick<LeaseRow, 'granted_at' | 'ended_at'>, now: Date): number {
  if (row.granted_at === null) return 0;
  return Math.max(0, ((row.ended_at ?? now).getTime() - row.granted_at.getTime()) / 1000);
}

/** US dollars that a lease has cost until its end or `now`; null when its price is not known. */
export function costOf(
  row: Pick<LeaseRow, 'granted_at' | 'ended_at' | 'frozen'>,
  now: Date = row.ended_at ?? new Date(0),
): number | null {
  const { costPerHour } = row.frozen;
  return costPerHour === null ? null : (costPerHour * livedSeconds(row, now)) / 3600;
}
