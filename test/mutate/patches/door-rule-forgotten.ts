import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A door never imports another door.',
  file: 'scripts/import-rules/check-import-rules.ts',
  find: '  doorsApart,\n  sqlInStores,\n  packagesKnowNoApp,',
  replace: '  sqlInStores,\n  packagesKnowNoApp,',
  tests: ['test/house/import-rules.test.ts'],
  title: 'door',
};
