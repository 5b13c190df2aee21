import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Who got access beside the lease meanwhile shares no moment with others.',
  file: 'packages/core/src/access/sessions/judge-again.ts',
  find: 'if (await standsBeside(asked, mandate.settings, end, person)) continue;',
  replace: 'await standsBeside(asked, mandate.settings, end, person);',
  tests: ['packages/core/src/access/sessions/live-sessions.test.ts'],
};
