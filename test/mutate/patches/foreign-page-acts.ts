import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A page of another site cannot act with a visitor’s cookie.',
  file: 'apps/server/src/http/hosts.ts',
  find: "if (origin !== null && !isOwn(origin, request.headers.get('host'))) throw foreignPage(origin);",
  replace: '',
  tests: [
    'apps/server/src/http/login/login.test.ts',
    'apps/server/src/http/login/device.test.ts',
    'apps/server/src/http/api.test.ts',
  ],
};
