import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Nobody receives what only their own approval allows.',
  file: 'packages/core/src/ops/receiver.ts',
  find: 'approversMeant(tx.config, from, to, new Date(at))',
  replace: "approversMeant(tx.config, from, '', new Date(at))",
  tests: ['packages/core/src/ops/receiver.test.ts'],
  title: 'the very approval that they gave',
};
