import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A slow answer of the database does not turn the clock.',
  file: 'packages/core/src/platform/clock.ts',
  find: 'if (best === null || replaces(sample, best)) best = sample;',
  replace: 'if (best === null || sample) best = sample;',
  tests: ['packages/core/src/platform/clock.test.ts'],
  title: 'not led astray',
};
