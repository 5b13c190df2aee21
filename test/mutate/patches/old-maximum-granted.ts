import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A grant lasts no longer than the rule of its own moment lets.',
  file: 'packages/core/src/leases/engine/grant.ts',
  find: 'const maximum_seconds = Math.min(lease.maximum_seconds, judged);',
  replace: 'const maximum_seconds = Math.max(lease.maximum_seconds, judged);',
  tests: ['packages/core/src/access/access.test.ts'],
};
