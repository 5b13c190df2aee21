import { engineSteps } from '@sekisho/core';
import { afterAll, describe, vi } from 'vitest';
import { atEveryStep, isRoomy, type Scene } from './support/cases.ts';
import { openJobs } from './support/lent/jobs.ts';
import { lentLife } from './support/lent/life.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });

const jobs = await openJobs();
afterAll(() => jobs.close());

const life = lentLife(jobs);
/** Every call of lent access and roles that a life cannot do without; groups are read for some accounts only. */
const calls = [
  ...['permissionSets', 'accounts', 'findUser', 'assignments', 'assign', 'unassign'],
  ...['changeStatus', 'armRemoval', 'disarmRemoval', 'removalArmedFor'],
  ...['assumeRole', 'role', 'putRolePolicy', 'deleteRolePolicy'],
];
/** These are of leases that come to nothing: the engine does the same for every kind. */
const elsewhere = ['committed:failed', 'committed:lapsed', 'committed:withdrawn'];
const scene: Scene = {
  pools: [{ lives: [life], width: isRoomy ? 4 : 1, options: { edit: jobs.edit } }],
  named: [
    ...engineSteps.filter((step) => !elsewhere.includes(step)),
    ...calls.flatMap((call) => [`before:${call}`, `after:${call}`]),
  ],
  telling: [
    {
      life,
      accidents: new Map([
        ['lend', 'before:assign'],
        ['end', 'after:putRolePolicy'],
      ]),
    },
  ],
};

describe('a server that is killed and started again', () => {
  atEveryStep('killed', (accidents) => `lends and takes back as it should (${accidents})`, scene);
});
