import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Simultaneous writers leave one unforked chain.',
  file: 'packages/core/src/timeline/store.ts',
  find: '      .forUpdate()\n',
  replace: '',
  tests: ['packages/core/src/timeline/concurrent-writers.test.ts'],
  title: 'twenty writers',
  database: 'postgres',
};
