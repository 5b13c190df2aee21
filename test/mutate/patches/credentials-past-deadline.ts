import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Credentials of a job end with its deadline although nobody ends them.',
  file: 'packages/core/src/ci/issue.ts',
  find: 'sessionPolicy(until.toISOString(), strongOf(lent))',
  replace: 'sessionPolicy(new Date(+until + 86_400_000).toISOString(), strongOf(lent))',
  tests: ['packages/core/src/ci/life.test.ts'],
  title: 'a role that a job has',
};
