import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A place that does not answer delays no other.',
  file: 'packages/core/src/leases/engine/reconcile.ts',
  find: 'await Promise.all([...groups.values()].map((group) => finish(engine, group, pass)));',
  replace: 'for (const group of groups.values()) await finish(engine, group, pass);',
  tests: ['packages/core/src/leases/engine/places.test.ts'],
  title: 'keeps no other place',
};
