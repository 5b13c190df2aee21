import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A revocation takes every denial away, whatever is configured by then.',
  file: 'packages/core/src/access/sessions/consent.ts',
  find: 'if (written === null) return null;',
  replace: 'if (written === null || settings === null) return null;',
  tests: ['packages/core/src/access/sessions/live-sessions.test.ts'],
};
