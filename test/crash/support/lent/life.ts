import type { Installation } from '../installation.ts';
import type { Life, Phase } from '../life.ts';
import { until } from '../until.ts';
import { ask, type Cast, end, keep, lend, newCast, rows, untilState } from './cast.ts';
import type { Jobs } from './jobs.ts';
import { judgeAsked, judgeEnded, judgeGone, judgeKept, judgeLent } from './judge.ts';
import { policiesOf, switchesOf } from './world.ts';

const around = (...calls: string[]) => calls.flatMap((call) => [`before:${call}`, `after:${call}`]);

/** Every session that was made is dead by then, and everything that denied it is to go. */
const deadAfterSeconds = 3900;

/** Steps at which a server may end in each phase; reads stand where there was room for them. */
const steps = {
  ask: around('permissionSets', 'accounts', 'findUser'),
  lend: [
    'committed:granting',
    ...around('armRemoval', 'assign', 'putRolePolicy'),
    'committed:active',
  ],
  keep: ['claimed', 'observed', ...around('assignments', 'role', 'assumeRole')],
  end: [
    'committed:revoking',
    ...around('unassign', 'putRolePolicy', 'deleteRolePolicy'),
    'committed:ended',
  ],
  gone: around('removalArmedFor', 'deleteRolePolicy', 'changeStatus', 'disarmRemoval'),
};

/** What is lent to people and to jobs, from asking until AWS has forgotten it. */
export function lentLife(jobs: Jobs): Life {
  return {
    name: 'lent',
    begin() {
      const cast = newCast(jobs);
      const phase = (
        name: keyof typeof steps,
        live: (house: Installation, cast: Cast) => Promise<void>,
        judge: (house: Installation, cast: Cast) => Promise<void>,
      ): Phase => ({
        ...{ name, steps: steps[name] },
        live: (house) => live(house, cast),
        judge: (house) => judge(house, cast),
      });
      return [
        phase('ask', ask, judgeAsked),
        phase('lend', lend, judgeLent),
        phase('keep', keep, judgeKept),
        phase('end', end, judgeEnded),
        { ...phase('gone', forget, judgeGone), after: deadAfterSeconds },
      ];
    },
  };
}

/** Denials go when nobody is left to be denied; what was lent for longest is given back. */
async function forget(house: Installation, { ids }: Cast): Promise<void> {
  await until('denials to be taken away', async () =>
    policiesOf(await house.sky.state(), 'sekisho-ci-apply').length === 0 ? true : null,
  );
  await house.caller.as('sre2', 'access.return', { id: ids.long });
  await untilState(house, ids.long, 'ended');
  await until('switches to be taken away', async () => {
    const state = await house.sky.state();
    const left = Object.values(rows).flatMap((row) => switchesOf(state, row));
    return left.length === 0 ? true : null;
  });
}
