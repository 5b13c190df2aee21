import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A switch that was put off is set again.',
  file: 'packages/core/src/ops/server/tend.ts',
  find: '  if (scope.seen.switchCheckDue) await checkSwitch(scope, lease);',
  replace:
    '  if (scope.seen.switchCheckDue) await control.remember({ checkedAt: control.now().toISOString() });',
  tests: ['packages/core/src/leases/engine/keeping.test.ts'],
  title: 'put it off',
};
