import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A policy condition that fails denies.',
  file: 'packages/core/src/policy/judge.ts',
  find: "return { line: 'condition-failed', short: [], failure };",
  replace: "return { line: 'condition-false', short: [], failure: failure && null };",
  tests: ['packages/core/src/policy/judge.test.ts'],
  title: 'condition fails',
};
