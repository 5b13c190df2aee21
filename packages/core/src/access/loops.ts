import type { House } from '../platform/context.ts';
import type { Loop } from '../platform/loops.ts';
import { readDirectory } from './directory/read.ts';
import { lookForDrift } from './drift/look.ts';
import type { AccessPorts } from './ports.ts';
import { lookAtRoles } from './roles/look.ts';
import { endLiveSessions } from './sessions/index.ts';

const slow = true;

/** What is read of Identity Center and IAM every so often: the directory, what drifted, which roles nobody uses. */
export function accessLoops(house: House, { access, schedulerRole }: AccessPorts): Loop[] {
  if (access === undefined) return [];
  return [
    {
      name: 'access-directory',
      everySeconds: 60,
      // Users and members of large directories are many pages.
      claimSeconds: 1800,
      slow,
      run: () => readDirectory(house, access),
    },
    {
      name: 'access-drift',
      everySeconds: 600,
      claimSeconds: 1800,
      slow,
      run: () => lookForDrift(house, access),
    },
    {
      name: 'access-roles',
      everySeconds: 15,
      claimSeconds: 120,
      slow,
      run: () => lookAtRoles(house, access, schedulerRole),
    },
  ];
}

/** Ends sessions of access that was taken away. */
export function liveSessionLoops(house: House, { access, sessions }: AccessPorts): Loop[] {
  if (access === undefined || sessions === undefined) return [];
  return [
    {
      name: 'access-sessions',
      everySeconds: 10,
      claimSeconds: 300,
      slow,
      run: () => endLiveSessions(house, { access, sessions }),
    },
  ];
}
