import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: "The dead-man's switch is armed before the launch.",
  file: 'packages/core/src/ops/server/change.ts',
  find: '  await arm(scope, lease);\n  await launch(scope, lease);',
  replace: '  await launch(scope, lease);\n  await arm(scope, lease);',
  tests: ['packages/core/src/leases/engine/launch.test.ts'],
  title: 'comes after the switch',
};
