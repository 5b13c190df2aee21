import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A lease has at most one server.',
  file: 'packages/core/src/ops/server/change.ts',
  find: '  if (extra.length > 0) await remove(scope, lease, extra);\n',
  replace: '',
  tests: ['packages/core/src/leases/engine/launch.test.ts'],
  title: 'landed twice',
};
