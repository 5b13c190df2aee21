import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A launch that lands late is caught although its lease is over.',
  file: 'packages/core/src/leases/engine/give-back.ts',
  find: '(work.target.quiet_until ?? addSeconds(now, quietSeconds(engine, work, now)))',
  replace: '(work.target.quiet_until ?? addSeconds(now, quietSeconds(engine, work, now) * 0))',
  tests: ['packages/core/src/leases/engine/keeping.test.ts'],
  title: 'lands after',
};
