import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Only the pinned workflow gets a role.',
  file: 'packages/core/src/ci/match.ts',
  find: 'claims.job_workflow_ref === workflow',
  replace: "claims.job_workflow_ref !== ''",
  tests: ['packages/core/src/ci/match.test.ts'],
};
