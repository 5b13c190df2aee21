import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What nobody explained before it was lent goes on being drift.',
  file: 'packages/core/src/access/drift/look.ts',
  find: 'new Set([...strange, ...lent].map(keyOf))',
  replace: 'new Set(strange.map(keyOf))',
  tests: ['packages/core/src/access/drift/drift.test.ts'],
};
