import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Where a passkey is demanded a login is not enough.',
  file: 'packages/core/src/people/step-up.ts',
  find: "(needed === 'login' && assurance === 'oidc')",
  replace: "(needed !== 'login' || assurance === 'oidc')",
  tests: ['packages/core/src/leases/step-up.test.ts'],
};
