import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A session that the provider opened without asking registers no first passkey.',
  file: 'packages/core/src/people/passkeys/passkeys.ts',
  find: 'session.authenticated_at.getTime()',
  replace: 'session.created_at.getTime()',
  tests: ['packages/core/src/people/passkeys/passkeys.test.ts'],
};
