import type { LeaseRow, TargetRow } from '../../leases/index.ts';
import type { House } from '../../platform/context.ts';
import type { CloudScope, OpsCloud, OpsInstance, OpsSession } from '../cloud.ts';
import { scopeOf } from '../frozen.ts';
import { tagKeys } from '../tags.ts';
import { judgeServer, type ServerSeen } from './seen.ts';

const mostValues = 200;

/** Looks at the servers of many leases of one environment, in as few calls as AWS takes. */
export async function observeServers(
  house: House,
  cloud: OpsCloud,
  targets: readonly TargetRow[],
  leases: readonly LeaseRow[],
): Promise<Map<string, ServerSeen>> {
  const seen = new Map<string, ServerSeen>();
  const memos = new Map(targets.map((target) => [target.key, target.memo]));
  const byScope = Map.groupBy(leases, (lease) => JSON.stringify(scopeOf(lease)));
  for (const group of byScope.values()) {
    for (let at = 0; at < group.length; at += mostValues) {
      const some = group.slice(at, at + mostValues);
      for (const [lease, found] of await lookAt(house, cloud, some, memos)) {
        seen.set(lease.target_key, found);
      }
    }
  }
  return seen;
}

type Memos = ReadonlyMap<string, TargetRow['memo']>;

async function lookAt(
  house: House,
  cloud: OpsCloud,
  leases: readonly LeaseRow[],
  memos: Memos,
): Promise<[LeaseRow, ServerSeen][]> {
  const [first] = leases;
  if (first === undefined) return [];
  const scope = scopeOf(first);
  const ids = leases.map((lease) => lease.id);
  const instances = await cloud.instancesByTag(scope, tagKeys.lease, ids);
  const ours = instances.filter(
    (each) => each.tags[tagKeys.installation] === house.config().installation,
  );
  const byLease = Map.groupBy(ours, (instance) => instance.tags[tagKeys.lease] ?? '');
  const agents = await askAgents(cloud, scope, leases, byLease);
  const sessions = await askSessions(house, cloud, scope, leases, byLease);
  const now = house.clock.now();
  const { readyWithinSeconds } = house.config().leases;
  return leases.map((lease) => {
    const mine = byLease.get(lease.id) ?? [];
    const memo = memos.get(lease.target_key) ?? {};
    const own = idleMatters(house, lease) ? sessionsOn(sessions, mine) : null;
    const look = { lease, memo, instances: mine, agents, sessions: own, readyWithinSeconds, now };
    return [lease, judgeServer(look)];
  });
}

type ByLease = ReadonlyMap<string, readonly OpsInstance[]>;

/** Only a server that is being made needs its agent asked for. */
async function askAgents(
  cloud: OpsCloud,
  scope: CloudScope,
  leases: readonly LeaseRow[],
  byLease: ByLease,
) {
  const ids = running(
    leases.filter((lease) => lease.state === 'granting'),
    byLease,
  );
  return ids.length === 0 ? new Map<string, never>() : cloud.agents(scope, ids);
}

async function askSessions(
  house: House,
  cloud: OpsCloud,
  scope: CloudScope,
  leases: readonly LeaseRow[],
  byLease: ByLease,
): Promise<readonly OpsSession[]> {
  const ids = running(
    leases.filter((lease) => idleMatters(house, lease)),
    byLease,
  );
  return ids.length === 0 ? [] : cloud.sessions(scope, ids);
}

function running(leases: readonly LeaseRow[], byLease: ByLease): string[] {
  return leases
    .flatMap((lease) => byLease.get(lease.id) ?? [])
    .filter((instance) => instance.state === 'running')
    .map((instance) => instance.instanceId);
}

function idleMatters(house: House, lease: LeaseRow): boolean {
  const environment = house.config().environments[lease.environment];
  return lease.state === 'active' && (environment?.opsServer.idleAfterSeconds ?? null) !== null;
}

function sessionsOn(sessions: readonly OpsSession[], instances: readonly OpsInstance[]) {
  const ids = new Set(instances.map((instance) => instance.instanceId));
  return sessions.filter((session) => ids.has(session.instanceId));
}
