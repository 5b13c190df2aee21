import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'No session of the future is denied, whatever the database says.',
  file: 'packages/core/src/access/sessions/believe.ts',
  find: 'if (issuedBefore > addSeconds(now, aheadSeconds)) return false;',
  replace: 'if (issuedBefore > addSeconds(now, 86_400)) return false;',
  tests: ['packages/core/src/access/sessions/live-sessions.test.ts'],
};
