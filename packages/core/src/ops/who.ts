import { contract } from '@sekisho/contract';
import { type LeaseRow, openLeases } from '../leases/index.ts';
import { askCloud } from '../platform/cloud-failure.ts';
import { transactAsSystem } from '../platform/transact-as-system.ts';
import { implement, type PrepareScope } from '../platform/verb.ts';
import type { CloudScope, OpsCloud, OpsSession } from './cloud.ts';
import { scopeOf } from './frozen.ts';
import type { OpsPorts } from './ports.ts';
import { readSessions } from './read-sessions.ts';

export const who = implement(contract['ops.who'], {
  prepare: async ({ house, ports }: PrepareScope<OpsPorts>, { environment }) => {
    const leases = await transactAsSystem(house, (tx) =>
      openLeases(tx, { kind: 'ops-server', environment }),
    );
    return askCloud(() => sessionsOf(ports.cloud, leases));
  },
  decide: async (_tx, _input, sessions) => sessions,
});

async function sessionsOf(cloud: OpsCloud, leases: readonly LeaseRow[]) {
  const byScope = Map.groupBy(
    leases.filter((lease) => lease.resource !== null),
    (lease) => JSON.stringify(scopeOf(lease)),
  );
  const found = await Promise.all(
    [...byScope.values()].map(async (group) => {
      const [first] = group;
      if (first === undefined) return [];
      const byInstance = new Map(group.map((lease) => [lease.resource ?? '', lease]));
      const sessions = await told(cloud, scopeOf(first), [...byInstance.keys()]);
      return sessions.flatMap((session) => {
        const lease = byInstance.get(session.instanceId);
        if (lease === undefined) return [];
        const { id, environment, holder } = lease;
        return [{ lease: id, environment, holder, ...session }];
      });
    }),
  );
  return found.flat();
}

/** Those that answer are told of, unless none does. Errors: `CloudError`. */
async function told(
  cloud: OpsCloud,
  place: CloudScope,
  ids: readonly string[],
): Promise<readonly OpsSession[]> {
  const { sessions, unread } = await readSessions(cloud, place, ids);
  const [failed] = unread.values();
  if (failed !== undefined && unread.size === ids.length) throw failed;
  return sessions;
}
