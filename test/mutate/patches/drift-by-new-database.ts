import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A database that is not believed takes no access away.',
  file: 'packages/core/src/access/drift/look.ts',
  find: 'if (!access.drift.remove || !(await transactAsSystem(house, isTrusted))) return;',
  replace: 'if (!access.drift.remove) return;',
  tests: ['packages/core/src/access/drift/drift.test.ts'],
};
