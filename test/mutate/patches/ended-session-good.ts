import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A session that was ended is good for nothing.',
  file: 'packages/core/src/people/sessions/store.ts',
  find: "    .where('expires_at', '>', now)\n    .where('revoked_at', 'is', null)",
  replace: "    .where('expires_at', '>', now)",
  tests: ['packages/core/src/people/sessions/sessions.test.ts'],
};
