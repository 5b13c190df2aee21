import type { Tx } from './context.ts';
import { settingIn, writeSetting } from './settings.ts';

const key = 'config-hash';

/** Records that the configuration in force is another than before. */
export async function noteConfig(tx: Tx): Promise<void> {
  const before = await settingIn<string>(tx, key);
  const { hash } = tx.config;
  if (before === hash) return;
  await writeSetting(tx, key, hash);
  tx.record({ action: 'config.changed', data: { hash, before } });
}
