import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: "A handover ends the old holder's sessions.",
  file: 'packages/core/src/ops/server/tend.ts',
  find: '  await endSessions(scope, lease, instance.instanceId);\n',
  replace: '',
  tests: ['packages/core/src/leases/engine/keeping.test.ts'],
  title: 'handed over is tagged',
};
