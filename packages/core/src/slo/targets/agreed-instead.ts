import type { SloConfig } from '@sekisho/config';
import type { TargetWithOrigin } from './history.ts';

/**
 * The share that was agreed last, where the file says another: what was agreed holds, whatever the
 * file says. Null while nothing was agreed (the file's own target holds then), or both say the same.
 */
export function agreedInstead(
  { target }: Pick<SloConfig, 'target'>,
  history: readonly TargetWithOrigin[],
): number | null {
  const last = history.at(-1);
  if (last === undefined || last.proposal === null || last.target === target) return null;
  return last.target;
}
