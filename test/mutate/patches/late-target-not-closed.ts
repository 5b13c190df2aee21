import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What guarded a target is removed however late Sekisho looks at it again.',
  file: 'packages/core/src/leases/store.ts',
  find: '...(watched.length === 0 ?',
  replace: '...(watched.length >= 0 ?',
  tests: ['packages/core/src/access/access.test.ts'],
};
