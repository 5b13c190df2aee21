import { createInProcessCloud, createRng } from '@sekisho/practice/aws';
import {
  createClaimedWrites,
  type Engine,
  type LeaseKind,
  reconcile,
} from '../../../packages/core/src/leases/index.ts';
import { append } from '../../../packages/core/src/timeline/index.ts';
import { countingIds } from '../../support/world.ts';
import { type Body, createMortal } from '../mortal.ts';
import type { Scene } from '../scene.ts';
import { otherPorts, type SceneOptions } from '../servers/servers-scene.ts';
import { faultsOf, groupPairs, mishapsOf } from '../visits.ts';
import { checkGroups, checkUnion, judgeCalls } from './checks.ts';
import { groupKind } from './group-kind.ts';
import { createGroupService, type GroupService } from './group-service.ts';
import { share } from './share.ts';

const groupsPerEnvironment = 3;
const environments = ['staging', 'production', 'sandbox'];

/** A world whose leases share targets: each wants somebody in a group. */
export function groupsScene(options: SceneOptions): Scene {
  const { database, visits, clock } = options;
  const names = environments.flatMap((environment) =>
    Array.from({ length: groupsPerEnvironment }, (_, index) => `${environment}/${index}`),
  );
  const service = createGroupService(names, visits);
  const onCall = judgeCalls(options);
  let asked = 0;
  const cloud = createInProcessCloud({ now: () => clock.now().getTime(), rng: createRng(1).next });
  return {
    ports: { ...otherPorts, cloud },
    faults: faultsOf(groupPairs),
    mishaps: mishapsOf(groupPairs),
    // A group has no sweep: what takes longer than the quiet period comes when nobody watches.
    longestDelay: 300,
    newEngine: () =>
      createMortal({ ...options, onCall }, (body) => {
        const engine = engineOf(options, service, body);
        return { reconcile: () => reconcile(engine), runLoops: async () => undefined };
      }),
    onAsked(id) {
      asked += 1;
      return share(database, id, asked % groupsPerEnvironment);
    },
    actInside: () => undefined,
    setFaults(aims, down) {
      Object.assign(service, { faults: [...aims], down });
    },
    check: () => checkGroups(service),
    checkLives: () => [],
    checkLateness: (rows) => checkUnion(service, rows, clock.now()),
    checkEnd: () => checkUnion(service, [], clock.now()),
    goOn: () => true,
  };
}

function engineOf(
  { clock, config }: SceneOptions,
  service: GroupService,
  { database, around, probe, onFailure }: Body,
): Engine {
  const kind = groupKind({
    members: (groups) => around('members', [groups], () => service.members(groups)),
    join: (group, person) => around('join', [group, person], () => service.join(group, person)),
    leave: (group, person) => around('leave', [group, person], () => service.leave(group, person)),
  });
  const house = {
    ...{ database, clock, append },
    ids: countingIds(),
    config: () => config,
    wake: () => undefined,
  };
  return {
    house,
    writeClaimed: createClaimedWrites(house),
    kinds: { 'ops-server': kind as unknown as LeaseKind } as Engine['kinds'],
    ...{ claimSeconds: 60, pollSeconds: 60, probe, onFailure },
    onExpired: () => undefined,
  };
}
