import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A job’s token is good once.',
  file: 'packages/core/src/ci/exchange.ts',
  find: "if (!fresh) throw new AppError('ci-replayed', {});",
  replace: 'void [fresh, AppError];',
  tests: ['packages/core/src/ci/exchange.test.ts'],
  title: 'uses its token up',
};
