import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Replicas share the limits of AWS.',
  file: 'packages/core/src/platform/rate-limit/rate-limiter.ts',
  find: '  await writeLevel(tx, bucket, available - tokens);',
  replace: '  await writeLevel(tx, bucket, available);',
  tests: ['packages/core/src/platform/rate-limit/rate-limiter.test.ts'],
  title: 'shared by replicas',
};
