import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Two processes never share one embedded database.',
  file: 'packages/core/src/platform/database/directory-lock.ts',
  find: 'pragma locking_mode = exclusive; begin exclusive;',
  replace: 'pragma locking_mode = normal; begin;',
  tests: ['packages/core/src/platform/database/directory-lock.test.ts'],
  title: 'held by one',
};
