import type { Counts, Minute } from '@sekisho/objectives/minutes';

/** What a source says of one minute. A minute that it does not name was not measured. */
export interface MeasuredMinute extends Counts {
  readonly minute: Minute;
}
