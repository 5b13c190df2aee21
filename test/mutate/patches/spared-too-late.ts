import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What is spared before the sweep acts stays.',
  file: 'packages/core/src/ops/sweep/step.ts',
  find: 'return same ? row : undefined;',
  replace: 'return same || row ? { ...row, next: payload.next } as never : undefined;',
  tests: ['packages/core/src/ops/sweep/sweep.test.ts'],
  title: 'spared after the sweep had decided',
};
