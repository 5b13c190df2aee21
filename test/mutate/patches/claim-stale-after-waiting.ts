import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise:
    'A call that had to wait for its turn is not made by a process that lost its claim meanwhile.',
  file: 'packages/core/src/ops/limit-cloud.ts',
  find: '        await afterWaiting();\n',
  replace: '        void afterWaiting;\n',
  tests: ['packages/core/src/ops/limit-cloud.test.ts'],
  title: 'check again',
};
