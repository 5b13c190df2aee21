import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Two who decide on one subject take turns.',
  file: 'packages/core/src/platform/execute.ts',
  find: 'if (subject) await lockSubject(tx, subject(input, context));',
  replace: 'if (subject) void [lockSubject, subject(input, context)];',
  tests: ['packages/core/src/platform/execute.test.ts'],
  title: 'take turns',
  database: 'postgres',
};
