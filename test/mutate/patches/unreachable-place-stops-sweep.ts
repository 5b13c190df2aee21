import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'An account that does not answer keeps nobody from sweeping the others.',
  file: 'packages/core/src/ops/sweep/find.ts',
  find: '  return {\n    found: looks.flatMap(',
  replace:
    "  for (const look of looks) if (look.status === 'rejected') throw look.reason;\n  return {\n    found: looks.flatMap(",
  tests: ['packages/core/src/ops/sweep/sweep.test.ts'],
  title: 'account that does not answer',
};
