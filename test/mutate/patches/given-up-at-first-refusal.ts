import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A launch that waited for capacity is not given up at the first refusal.',
  file: 'packages/core/src/leases/engine/give-back.ts',
  find: '(isHopeless(failure) ? now : null)',
  replace: '(failure === null ? null : now)',
  tests: ['packages/core/src/leases/engine/launch.test.ts'],
  title: 'first refusal',
};
