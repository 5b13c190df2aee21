import type { AccountMap } from '@sekisho/accounts';
import { takeApart } from '../parts.ts';
import { byPlace, type Problem } from '../problems/problem.ts';
import { readDocument } from '../read-document.ts';
import { reportIssues } from '../shape-issues.ts';
import { checkMap } from './check-map.ts';
import { accountMapSchema } from './schema.ts';

/**
 * The account map of a sekisho.yaml, whatever else is in it or missing: the map is of use also to
 * those who run no server. Never throws, whatever the text.
 * @param file its name, for the problems; with any, `map` is null
 */
export function readAccountMap(
  text: string,
  file: string,
): { readonly map: AccountMap | null; readonly problems: readonly Problem[] } {
  const { raw, report, problems } = readDocument(text, file);
  let map: AccountMap | null = null;
  if (raw !== null) {
    const read = accountMapSchema.safeParse({ ...raw, accounts: raw['accounts'] ?? {} });
    if (!read.success) reportIssues(read.error.issues, raw, report, accountMapSchema);
    else if (Object.keys(read.data.accounts).length === 0) report('no-accounts', [], {});
    else map = checkMap(read.data, takeApart(raw), report);
  }
  const found = problems().toSorted(byPlace);
  return { map: found.length === 0 ? map : null, problems: found };
}
