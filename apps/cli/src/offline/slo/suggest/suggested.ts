import type { Suggestion } from '@sekisho/objectives/suggest';
import type { Promised } from '../promises.ts';

/** A promise and the target that history suggests for it. */
export interface Suggested {
  readonly promised: Promised;
  readonly suggestion: Suggestion;
}
