import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A lease for one saved plan gives nothing for another.',
  file: 'packages/core/src/ci/open.ts',
  find: '(sent?.sha256 ?? null) !== (lent.plan?.sha256 ?? null) ||',
  replace: 'sent?.sha256 === lent.role ||',
  tests: ['packages/core/src/ci/exchange.test.ts'],
};
