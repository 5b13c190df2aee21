import type { Tx } from './context.ts';
import { settingIn, writeSetting } from './settings.ts';

const key = 'installation';

/** The database belongs to another installation: acting on it would end what that one lends. */
export class ForeignDatabase extends Error {
  constructor(ours: string, theirs: string) {
    super(
      `This database belongs to the installation "${theirs}", and this is "${ours}". Choose another with SEKISHO_DATABASE_URL or SEKISHO_DATA.`,
    );
    this.name = 'ForeignDatabase';
  }
}

/** Binds an empty database to this installation. Errors: `ForeignDatabase` when it is bound to another. */
export async function bindDatabase(tx: Tx): Promise<void> {
  const owner = await settingIn<string>(tx, key);
  const { installation } = tx.config;
  if (owner === null) await writeSetting(tx, key, installation);
  else if (owner !== installation) throw new ForeignDatabase(installation, owner);
}
