import type { Finding, InputOf } from '@sekisho/contract';
import { readTexts } from '../shared/search-params.ts';

/** What of the findings is shown, as it stands in the address. */
export type DoctorSearch = ReturnType<typeof readDoctorSearch>;

export function readDoctorSearch(raw: Record<string, unknown>) {
  return readTexts(raw, ['level', 'account']);
}

/** What to ask: everything, or one account alone, which is quicker. */
export function examineInput({ account }: DoctorSearch): InputOf<'doctor.examine'> {
  return account === undefined ? {} : { account };
}

/** Accounts of which something was found, and that of the address, each with the names that it goes by. */
export function accountsOf(
  findings: readonly Finding[],
  asked: string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  if (asked !== undefined) names.set(asked, []);
  for (const { subject } of findings) {
    const { account, name } = subject;
    if (!account) continue;
    const known = names.get(account) ?? [];
    if (name === null || known.includes(name)) names.set(account, known);
    else names.set(account, [...known, name]);
  }
  return names;
}
