import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Access that nothing explains is reported for a while before it is taken away.',
  file: 'packages/core/src/access/drift/look.ts',
  find: '? now >= addSeconds(first_seen_at, access.drift.graceSeconds)',
  replace: '? now >= first_seen_at',
  tests: ['packages/core/src/access/drift/drift.test.ts'],
};
