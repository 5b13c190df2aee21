import type { Path } from '../problems/problem.ts';
import type { AccountDocument, AccountMapDocument } from './schema.ts';

type WrittenSet = Exclude<AccountDocument['permissionSets'][number], string> & {
  /** Name of its account. */
  readonly account: string;
  readonly path: Path;
};

/** Permission sets of which more is written than a name, and where. */
export function writtenSets(accounts: AccountMapDocument['accounts']): WrittenSet[] {
  return Object.entries(accounts).flatMap(([name, { permissionSets }]) =>
    permissionSets.flatMap((set, index) =>
      typeof set === 'string'
        ? []
        : [{ ...set, account: name, path: ['accounts', name, 'permissionSets', index] as const }],
    ),
  );
}
