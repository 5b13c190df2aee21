import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What starts while everything is stopped is refused or stopped too.',
  file: 'packages/core/src/platform/halt.ts',
  find: '  await shareSubject(tx, haltSubject);\n',
  replace: '  void shareSubject;\n',
  tests: ['packages/core/src/leases/stop-all.test.ts'],
  title: 'a start at the same moment',
  database: 'postgres',
};
