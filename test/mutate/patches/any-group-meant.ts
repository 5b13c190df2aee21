import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A rule for a group is for nobody else.',
  file: 'packages/core/src/people/roster.ts',
  find: 'return person.groups.includes(name);',
  replace: "return person.groups.length > 0 && name !== '';",
  tests: ['packages/core/src/policy/judge.test.ts', 'packages/core/src/people/roster.test.ts'],
};
