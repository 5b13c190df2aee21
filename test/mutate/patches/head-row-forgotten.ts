import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A chain whose tail and head row were removed is found out.',
  file: 'packages/core/src/timeline/verify.ts',
  find: 'check.finish(head ?? { number: 0, hash: genesis });',
  replace: 'check.finish(head?.hash === genesis ? null : head);',
  tests: ['packages/core/src/timeline/tampering.test.ts'],
  title: 'tail is cut',
};
