import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Only a job in the environment of GitHub that the purpose names gets its role.',
  file: 'packages/core/src/ci/match.ts',
  find: 'environment === null || claims.environment === environment',
  replace: "environment === null || claims.environment !== ''",
  tests: ['packages/core/src/ci/match.test.ts'],
};
