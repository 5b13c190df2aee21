import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A verb that wrote without an entry is rolled back.',
  file: 'packages/core/src/platform/execute.ts',
  find: 'recorded() === 0) {',
  replace: 'recorded() < 0) {',
  tests: ['packages/core/src/platform/execute.test.ts'],
  title: 'recorded no entry',
};
