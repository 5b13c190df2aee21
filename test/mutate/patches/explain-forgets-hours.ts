import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What policy explain says is what starting answers.',
  file: 'packages/core/src/policy/explain.ts',
  find: '&& !tooLong && !closed;',
  replace: '&& !tooLong;',
  tests: ['packages/core/src/policy/explain.test.ts'],
  title: 'what starting then answers',
};
