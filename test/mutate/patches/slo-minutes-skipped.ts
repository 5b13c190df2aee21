import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'After an outage every minute is judged in order, and none is skipped.',
  file: 'packages/core/src/slo/evaluate/step-through.ts',
  find: 'const next = at === null ? through : at + 1;',
  replace: 'const next = at === null || through > at ? through : at + 1;',
  tests: ['packages/core/src/slo/alerts/alerts.test.ts'],
  title: 'is told after an outage of our own',
};
