import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A launch that failed says which piece was missing.',
  file: 'packages/core/src/leases/engine/verdict.ts',
  find: '  return couldNotBeMade(lease) ? (lease.missing ?? seen.missing) : seen.missing;',
  replace: '  return seen.missing;',
  tests: ['packages/core/src/leases/engine/launch.test.ts'],
  title: 'rebooted once',
};
