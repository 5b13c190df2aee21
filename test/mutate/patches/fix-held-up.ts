import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'The commit status of a spent budget never holds up a change that is labelled as a fix.',
  file: 'packages/core/src/slo/commits/commit-status.ts',
  find: "if (label !== undefined) return { state: 'success', why: { kind: 'fix', slo, label } };",
  replace: '',
  tests: ['packages/core/src/slo/commits/commit-status.test.ts'],
};
