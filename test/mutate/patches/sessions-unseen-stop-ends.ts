import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A lease ends on time although Systems Manager answers nothing.',
  file: 'packages/core/src/ops/server/observe.ts',
  find: '    if (error instanceof CloudError) return error;\n',
  replace: '',
  tests: ['packages/core/src/leases/engine/keeping.test.ts'],
  title: 'Systems Manager',
};
