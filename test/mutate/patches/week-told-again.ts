import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What a week saved is told once.',
  file: 'packages/core/src/leases/spending/tell-week.ts',
  find: 'if (told !== null && told >= week) return;',
  replace: "if (told === '') return;",
  tests: ['packages/core/src/leases/spending/tell-week.test.ts'],
  title: 'the notice of the week',
};
