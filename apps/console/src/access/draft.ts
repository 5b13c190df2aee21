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
  // Several accounts in one address are judged by the first.
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

/** What was left empty is left out, for the house's own default. */
export function inputOf(draft: Draft, chosen: PossibleAccess): InputOf<'access.request'> {
  const { account, permissionSet: _p, breakGlass, reason = '', ...typed } = draft;
  const said = Object.entries(typed).filter(([, value]) => value.trim() !== '');
  return {
    ...Object.fromEntries(said),
    account: accountsOf(account).length > 1 ? accountsOf(account).join(',') : chosen.accountName,
    permissionSet: chosen.permissionSet,
    reason,
    ...(breakGlass === 'yes' && chosen.mayBreakGlass ? { breakGlass: true } : {}),
  };
}

function accountsOf(account = ''): string[] {
  return account.split(/[,、]/).flatMap((name) => name.trim() || []);
}
