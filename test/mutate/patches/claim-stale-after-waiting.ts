import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise:
    'A call that had to wait for its turn is not made by a process that lost its claim meanwhile.',
  file: 'packages/core/src/platform/rate-limit/limit-cloud.ts',
  find: '        await afterWaiting();\n',
  replace: '        void afterWaiting;\n',
  tests: ['packages/core/src/platform/rate-limit/limit-cloud.test.ts'],
  title: 'check again',
};
