import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A commit status that could not be set in time never undoes the one that came after it.',
  file: 'apps/server/src/github/carry-out.ts',
  find: 'if (wanted === null || wanted.revision !== revision) return;',
  replace: 'if (wanted === null) return;',
  tests: ['apps/server/src/http/ingest/github-door.test.ts'],
  title: 'what is old by then is not sent',
};
