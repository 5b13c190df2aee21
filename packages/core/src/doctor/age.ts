const dayMs = 86_400_000;

/** How old something is: whole days, to be told, and whether that is more than it may be. */
export interface Age {
  readonly at: string;
  readonly days: number;
  /** Days that it may be old. */
  readonly bound: number;
  readonly isOld: boolean;
}

/**
 * Judges what is kept by its age: an hour more than the bound is too old, though the day is not over.
 * @param at ISO 8601; what is of a later time than ours is new
 * @param bound days
 */
export function ageOf(at: string, now: Date, bound: number): Age {
  const ageMs = Math.max(0, now.getTime() - Date.parse(at));
  return { at, days: Math.floor(ageMs / dayMs), bound, isOld: ageMs > bound * dayMs };
}
