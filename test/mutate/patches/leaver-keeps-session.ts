import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Whoever leaves the roster is signed out.',
  file: 'packages/core/src/people/sessions/sessions.ts',
  find: 'if (personOf(house.config(), row.person) === undefined) {',
  replace: "if (row.person === '') {",
  tests: ['packages/core/src/people/sessions/sessions.test.ts'],
  title: 'leaves the roster',
};
