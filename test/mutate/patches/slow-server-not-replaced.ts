import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A server whose agent never comes is replaced once.',
  file: 'packages/core/src/ops/server/tend.ts',
  find: '    await control.remember({ replaced: attemptOf(instance) });',
  replace: '    await control.remember({ replaced: -attemptOf(instance) });',
  tests: ['packages/core/src/leases/engine/launch.test.ts'],
  title: 'rebooted once',
};
