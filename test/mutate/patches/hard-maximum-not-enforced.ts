import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'AWS ends the server at the hard maximum although Sekisho is dead.',
  file: 'packages/core/src/ops/server/switch.ts',
  find: '    cloud.arm(scopeOf(lease), { name: switchName(lease), lease: lease.id, at }),',
  replace: '    cloud.armedFor(scopeOf(lease), switchName(lease)),',
  tests: ['packages/core/src/leases/engine/keeping.test.ts'],
  title: 'done by AWS',
};
