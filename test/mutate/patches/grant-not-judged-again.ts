import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Policy is judged again at the grant, by the hour it comes.',
  file: 'packages/core/src/ops/judge-at-grant.ts',
  find: '  refuseWish(wish, judged, tx.now);\n',
  replace: '',
  tests: ['packages/core/src/ops/judged-again.test.ts'],
  title: 'not granted once the working hours',
};
