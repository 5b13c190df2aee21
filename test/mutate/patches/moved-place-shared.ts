import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What was lent in an account that is gone delays nothing that is lent in its successor.',
  file: 'packages/core/src/leases/engine/work.ts',
  find: 'JSON.stringify([kind, environment, account, region, roleArn, externalId, engine])',
  replace:
    'JSON.stringify([kind, environment, account && region && roleArn && externalId && engine && null])',
  tests: ['packages/core/src/leases/engine/places.test.ts'],
  title: 'moved to',
};
