import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Nobody receives what only their own approval allows.',
  file: 'packages/core/src/ops/receiver.ts',
  find: 'agreementOn(tx, lease, to, from)',
  replace: "agreementOn(tx, lease, '', from)",
  tests: ['packages/core/src/ops/receiver.test.ts'],
  title: 'the very approval that they gave',
};
