import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A denying rule refuses, whatever comes after it.',
  file: 'packages/core/src/policy/judge.ts',
  find: "    if (result.line === 'denies') break;\n",
  replace: '',
  tests: ['packages/core/src/policy/judge.test.ts'],
  title: 'denying one',
};
