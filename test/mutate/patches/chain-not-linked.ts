import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Each entry binds all that went before it.',
  file: 'packages/core/src/timeline/chain.ts',
  find: "return sha256(previous, '\\n', body);",
  replace: "return sha256(previous.slice(64), '\\n', body);",
  tests: ['packages/core/src/timeline/verify-export.test.ts'],
  title: 'computed again',
};
