import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A runner of one’s own gets no role where nobody allowed it.',
  file: 'packages/core/src/ci/match.ts',
  find: "selfHosted || claims.runner_environment === 'github-hosted'",
  replace: 'selfHosted || claims.runner_environment !== undefined',
  tests: ['packages/core/src/ci/match.test.ts'],
};
