import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A backup that is not whole brings nothing back.',
  file: 'packages/core/src/backup/parse.ts',
  find: "  if (!ended) throw new BackupError('cut-short');\n",
  replace: '',
  tests: ['packages/core/src/backup/backup.test.ts'],
  title: 'when its end was taken away',
};
