import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Whoever started a job does not agree to it.',
  file: 'packages/core/src/ci/open.ts',
  find: 'requester: starter.person.id',
  replace: 'requester: repository.name',
  tests: ['packages/core/src/ci/exchange.test.ts'],
  title: 'cannot be agreed to',
};
