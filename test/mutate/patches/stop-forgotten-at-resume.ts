import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What was stopped ends, although lending is resumed at once.',
  file: 'packages/core/src/leases/resume.ts',
  find: '    await stopOnlyTheRest(tx);\n',
  replace: '    void stopOnlyTheRest;\n',
  tests: ['packages/core/src/leases/stop-all.test.ts'],
  title: 'although lending is resumed',
};
