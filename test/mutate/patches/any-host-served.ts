import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'The door answers under its own names only.',
  file: 'apps/server/src/http/hosts.ts',
  find: 'if (!allowed.some((ours) => ours.toLowerCase() === host)) throw wrongHost(host);',
  replace: 'if (allowed.length === 0) throw wrongHost(host);',
  tests: ['apps/server/src/http/who-asks.test.ts'],
};
