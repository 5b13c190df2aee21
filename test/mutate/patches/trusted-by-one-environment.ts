import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A database is believed only after every environment was seen.',
  file: 'packages/core/src/ops/sweep/trust.ts',
  find: '  if (distrust !== null || complete) {',
  replace: '  if (distrust !== null || complete !== null) {',
  tests: ['packages/core/src/ops/sweep/sweep.test.ts'],
  title: 'one environment is empty',
};
