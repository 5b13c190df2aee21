import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A process that lost its claim writes nothing, in a group neither.',
  file: 'packages/core/src/leases/engine/claimed-lease.ts',
  find: '    else if (fence !== target.fence) outcomes.push(new ClaimLost(target.key));\n',
  replace: '',
  tests: ['packages/core/src/leases/engine/claimed-lease.test.ts'],
  title: 'write nothing for the one whose claim was lost',
};
