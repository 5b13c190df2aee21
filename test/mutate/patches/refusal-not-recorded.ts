import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What was refused is in the timeline.',
  file: 'packages/core/src/platform/execute.ts',
  find: 'await recordRefusal(executor, verb, context, raw, error);',
  replace: 'void recordRefusal;',
  tests: ['packages/core/src/platform/execute.test.ts'],
  title: 'records a refusal in a transaction',
};
