import { AppError } from '../../platform/app-error.ts';
import type { LeaseRow } from '../row.ts';

/** Errors: `part-of-lease` for one that lives and ends with another, which is the one to act on. */
export function refusePart({ id, part_of: parent }: Pick<LeaseRow, 'id' | 'part_of'>): void {
  if (parent !== null) throw new AppError('part-of-lease', { id, parent });
}
