import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A secret that someone typed into a reason is not kept.',
  file: 'packages/core/src/platform/execute.ts',
  find: 'return scrubInput(parsed.data, isSecret) as never;',
  replace: 'return (scrubInput({}, isSecret), parsed.data) as never;',
  tests: ['packages/core/src/platform/scrub.test.ts'],
  title: 'nowhere in the database',
};
