import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A session that nobody uses ends.',
  file: 'packages/core/src/people/sessions/sessions.ts',
  find: 'if (row.idle_seconds !== null && idleMs >= row.idle_seconds * 1000) return null;',
  replace: '',
  tests: ['apps/server/src/http/login/login.test.ts'],
  title: 'ends two hours',
};
