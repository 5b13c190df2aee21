import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Nobody agrees to the correction that they asked for.',
  file: 'packages/core/src/slo/agreements/needs.ts',
  find: "return row.kind === 'correction' && ownerOf(row.asked_by) === who;",
  replace: "return row.kind === 'correction' && who === '';",
  tests: ['packages/core/src/slo/corrections/corrections.test.ts'],
  title: 'takes nothing out until',
};
