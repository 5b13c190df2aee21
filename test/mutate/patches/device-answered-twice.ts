import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A machine is let in once by one answer.',
  file: 'packages/core/src/people/devices/devices.ts',
  find: '    await deleteDeviceLogin(tx, row.hash);\n',
  replace: '    void deleteDeviceLogin;\n',
  tests: ['apps/server/src/http/login/device.test.ts'],
};
