import type { InputOf, PossibleAccess } from '@sekisho/contract';
import { readTexts } from '../shared/search-params.ts';

/** What was chosen and typed so far. */
export type Draft = Readonly<Partial<Record<(typeof fields)[number], string>>>;

const fields = [
  ...(['account', 'permissionSet', 'for', 'reason', 'ticket', 'at'] as const),
  'breakGlass',
] as const;

/** What a link to the page may fill in: somebody was sent here to show who they are. */
export function readAccessSearch(raw: Record<string, unknown>): Draft {
  return readTexts(raw, fields);
}

/** What is asked for: what was chosen, else what could be had where little can break. */
export function chosenIn(
  possible: readonly PossibleAccess[],
  { account, permissionSet }: Draft,
): PossibleAccess | null {
  // The set is chosen among those of the first account, where an address names several.
  const [first] = accountsOf(account);
  const there = possible.filter(({ accountName }) => accountName === first);
  const among =
    there.length > 0
      ? there
      : possible.toSorted((a, b) => Number(a.production) - Number(b.production));
  return (
    among.find((one) => there.length > 0 && one.permissionSet === permissionSet) ??
    among.find(({ verdict, has }) => verdict !== 'refused' && has === null) ??
    among[0] ??
    null
  );
}

/** The accounts that are asked for, as they are sent: all that an address names, else the chosen one. */
export function accountIn({ account }: Draft, chosen: PossibleAccess): string {
  const named = accountsOf(account);
  return named.length > 1 ? named.join(',') : chosen.accountName;
}

/** What is asked for, account by account: each takes what its own rules say. */
export function askedIn(
  possible: readonly PossibleAccess[],
  draft: Draft,
  chosen: PossibleAccess,
): readonly PossibleAccess[] {
  const named = accountIn(draft, chosen).split(',');
  return possible.filter(
    ({ accountName, permissionSet }) =>
      named.includes(accountName) && permissionSet === chosen.permissionSet,
  );
}

/** What was left empty is left out, for the house's own default. */
export function inputOf(draft: Draft, chosen: PossibleAccess): InputOf<'access.request'> {
  const { account: _a, permissionSet: _p, breakGlass, reason = '', ...typed } = draft;
  const said = Object.entries(typed).filter(([, value]) => value.trim() !== '');
  return {
    ...Object.fromEntries(said),
    account: accountIn(draft, chosen),
    permissionSet: chosen.permissionSet,
    reason,
    ...(breakGlass === 'yes' ? { breakGlass: true } : {}),
  };
}

function accountsOf(account = ''): string[] {
  return account.split(/[,、]/).flatMap((name) => name.trim() || []);
}
