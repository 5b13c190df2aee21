import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What was approved is what is granted, also when somebody changed it in the database.',
  file: 'packages/core/src/leases/engine/grant.ts',
  find: '    refuseChanged(lease);\n',
  replace: '    void refuseChanged;\n',
  tests: ['packages/core/src/ops/judge-at-grant.test.ts'],
  title: 'changed in the database',
};
