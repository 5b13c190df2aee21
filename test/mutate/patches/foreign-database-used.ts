import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'One installation never acts on the database of another.',
  file: 'packages/core/src/platform/own-database.ts',
  find: 'else if (owner !== installation) throw',
  replace: 'else if (owner === "") throw',
  tests: ['packages/core/src/platform/own-database.test.ts'],
};
