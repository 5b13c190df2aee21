import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A checkpoint by a key that nobody trusts proves nothing.',
  file: 'packages/core/src/timeline/verify-chain.ts',
  find: 'keys.length > 0 && !keys.includes(anchor.publicKey)',
  replace: 'keys.length > 0 && anchor.publicKey === keys[99]',
  tests: ['packages/core/src/timeline/pinned-key.test.ts'],
  title: 'forger',
};
