import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A restore brings no token back to life.',
  file: 'packages/core/src/backup/load/store.ts',
  find: '  await sql`update tokens set revoked_at = ${now} where revoked_at is null`.execute(tx);\n',
  replace: '',
  tests: ['packages/core/src/backup/backup.test.ts'],
  title: 'brings back every row',
};
