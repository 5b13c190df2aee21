import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A page silences the ticket about the same burn.',
  file: 'packages/core/src/slo/alerts/record-happened.ts',
  find: "return severity === 'ticket' && sameCause && paged ? 'page-fires' : null;",
  replace: "return severity === 'page' && sameCause && !paged ? 'page-fires' : null;",
  tests: ['packages/core/src/slo/alerts/alerts.test.ts'],
  title: 'silences its own ticket',
};
