import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Only a person breaks the glass.',
  file: 'packages/core/src/ops/start.ts',
  find: 'if (wish.breakGlass) refuseUnlessPerson(context);',
  replace: 'if (wish.instanceType === "") refuseUnlessPerson(context);',
  tests: ['packages/core/src/ops/judged-again.test.ts'],
  title: 'refused to an agent',
};
