import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Nobody acts as another whose login elsewhere is their own id.',
  file: 'packages/core/src/leases/approve.ts',
  find: 'const me = needPersonOf(tx.config, tx.principal.id);',
  replace:
    'const me = tx.config.people.find((one) => one.github === tx.principal.id) ?? needPersonOf(tx.config, tx.principal.id);',
  tests: ['packages/core/src/people/roster.test.ts'],
  title: 'approves nothing of their own',
};
