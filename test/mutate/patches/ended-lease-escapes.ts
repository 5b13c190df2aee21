import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'However many leases of a role have ended, no session of theirs goes on unnoticed.',
  file: 'packages/core/src/ci/policies/ended.ts',
  find: "if (others.length <= room) return { document: others, names: 'live', left: [] };",
  replace: '',
  tests: ['packages/core/src/ci/policies/ended.test.ts'],
  title: 'names the live ones when the ended ones are too many',
};
