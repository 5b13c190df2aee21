import type { Minute } from '../minutes/index.ts';

/** What logs held of one minute; minutes without a line are left out. */
export interface CountedMinute {
  readonly minute: Minute;
  readonly good: number;
  readonly bad: number;
  readonly excluded: number;
}
