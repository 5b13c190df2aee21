import type { InputOf, PossibleAccess } from '@sekisho/contract';

/** What was chosen and typed so far. */
export type Draft = Readonly<
  Partial<
    Record<'account' | 'permissionSet' | 'for' | 'reason' | 'ticket' | 'at' | 'breakGlass', string>
  >
>;

/** What is asked for: what was chosen, else what could be had where little can break. */
export function chosenIn(
  possible: readonly PossibleAccess[],
  { account, permissionSet }: Draft,
): PossibleAccess | null {
  const there = possible.filter(({ accountName }) => accountName === account);
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
  const { account: _a, permissionSet: _p, breakGlass, reason = '', ...typed } = draft;
  const said = Object.entries(typed).filter(([, value]) => value.trim() !== '');
  return {
    ...Object.fromEntries(said),
    account: chosen.accountName,
    permissionSet: chosen.permissionSet,
    reason,
    ...(breakGlass === 'yes' && chosen.mayBreakGlass ? { breakGlass: true } : {}),
  };
}
