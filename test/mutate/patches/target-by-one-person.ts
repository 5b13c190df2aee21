import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A target needs an owner and an SRE who are two people.',
  file: 'packages/core/src/slo/agreements/sides.ts',
  find: "({ who, sides }) => who !== owner.who && sides.includes('sre')",
  replace: "({ sides }) => sides.includes('sre')",
  tests: ['packages/core/src/slo/targets/interleavings.test.ts'],
  title: 'only by an owner and an SRE',
};
