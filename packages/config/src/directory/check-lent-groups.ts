import type { AccountMapDocument } from '../accounts/schema.ts';
import { writtenSets } from '../accounts/written-sets.ts';
import type { Report } from '../problems/problem.ts';
import type { DirectoryDocument } from './schema.ts';

/**
 * No group that a permission set is lent by gives a group of the roster: whoever was lent the set
 * would come back from the directory as somebody who has that group of their own.
 */
export function checkLentGroups(
  directory: DirectoryDocument | undefined,
  accounts: AccountMapDocument['accounts'] | undefined,
  report: Report,
): void {
  if (directory === undefined || accounts === undefined) return;
  for (const { name, viaGroup: value, path } of writtenSets(accounts)) {
    if (value === undefined || !Object.hasOwn(directory.groups, value)) continue;
    report('lent-group-in-directory', [...path, 'viaGroup'], { value, set: name });
  }
}
