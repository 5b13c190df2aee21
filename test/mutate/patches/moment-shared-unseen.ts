import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A full policy locks out nobody who has got access meanwhile.',
  file: 'packages/core/src/access/sessions/document.ts',
  find: '(one.seenIdle?.getTime() ?? 0) >= before;',
  replace: '(one.seenIdle?.getTime() ?? 0) > 0;',
  tests: ['packages/core/src/access/sessions/document.property.test.ts'],
};
