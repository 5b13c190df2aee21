import type { LeaseRow, TargetRow } from '../../leases/index.ts';
import { CloudError, orCloudError } from '../../platform/cloud-error.ts';
import type { House } from '../../platform/context.ts';
import type { CloudScope, OpsCloud, OpsInstance, OpsSession } from '../cloud.ts';
import { scopeOf } from '../frozen.ts';
import { type ReadSessions, readSessions } from '../read-sessions.ts';
import { isOfLaunch, tagKeys } from '../tags.ts';
import { judgeServer, type Look, type ServerSeen } from './seen.ts';

const mostValues = 200;

export interface ObserveScope {
  readonly house: House;
  readonly cloud: OpsCloud;
  /** Told of calls that failed and without which servers can still be judged. */
  readonly tell: (failure: unknown) => void;
}

/** Looks at the servers of many leases of one environment, in as few calls as AWS takes. */
export async function observeServers(
  scope: ObserveScope,
  targets: readonly TargetRow[],
  leases: readonly LeaseRow[],
): Promise<Map<string, ServerSeen>> {
  const seen = new Map<string, ServerSeen>();
  const memos = new Map(targets.map((target) => [target.key, target.memo]));
  const byScope = Map.groupBy(leases, (lease) => JSON.stringify(scopeOf(lease)));
  for (const group of byScope.values()) {
    for (let at = 0; at < group.length; at += mostValues) {
      const some = group.slice(at, at + mostValues);
      for (const [lease, found] of await lookAt(scope, some, memos)) {
        seen.set(lease.target_key, found);
      }
    }
  }
  return seen;
}

type Memos = ReadonlyMap<string, TargetRow['memo']>;

async function lookAt(
  scope: ObserveScope,
  leases: readonly LeaseRow[],
  memos: Memos,
): Promise<[LeaseRow, ServerSeen][]> {
  const [first] = leases;
  if (first === undefined) return [];
  const { house, cloud } = scope;
  const place = scopeOf(first);
  const ids = leases.map((lease) => lease.id);
  const instances = await cloud.instancesByTag(place, tagKeys.lease, ids);
  const { installation, leases: rules } = house.config();
  const byLease = Map.groupBy(
    instances.filter((instance) => isOurs(instance, installation) && isOfLaunch(instance)),
    (instance) => instance.tags[tagKeys.lease] ?? '',
  );
  const agents = await askAgents(scope, place, leases, byLease);
  const sessions = await askSessions(scope, place, leases, byLease);
  const now = house.clock.now();
  const { readyWithinSeconds } = rules;
  return leases.map((lease) => {
    const mine = byLease.get(lease.id) ?? [];
    const memo = memos.get(lease.target_key) ?? {};
    const own = idleMatters(house, lease) ? sessionsOn(sessions, mine) : null;
    const look = { lease, memo, instances: mine, agents, sessions: own, readyWithinSeconds, now };
    return [lease, judgeServer(look)];
  });
}

function isOurs({ tags }: OpsInstance, installation: string): boolean {
  return tags[tagKeys.installation] === installation;
}

type ByLease = ReadonlyMap<string, readonly OpsInstance[]>;

/**
 * Only a server that is being made needs its agent asked for. What SSM does not answer must keep nobody from ending
 * a server in EC2.
 */
async function askAgents(
  { cloud, tell }: ObserveScope,
  place: CloudScope,
  leases: readonly LeaseRow[],
  byLease: ByLease,
): Promise<Look['agents']> {
  const ids = running(
    leases.filter((lease) => lease.state === 'granting'),
    byLease,
  );
  if (ids.length === 0) return new Map();
  const agents = await orCloudError(cloud.agents(place, ids));
  if (agents instanceof CloudError) tell(agents);
  return agents;
}

/** Where nobody could look, idleness is not judged, and all else is. */
async function askSessions(
  { house, cloud, tell }: ObserveScope,
  place: CloudScope,
  leases: readonly LeaseRow[],
  byLease: ByLease,
): Promise<ReadSessions> {
  const ids = running(
    leases.filter((lease) => idleMatters(house, lease)),
    byLease,
  );
  const read = await readSessions(cloud, place, ids);
  for (const failure of new Set(read.unread.values())) tell(failure);
  return read;
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

function sessionsOn(
  { sessions, unread }: ReadSessions,
  instances: readonly OpsInstance[],
): readonly OpsSession[] | null {
  const ids = new Set(instances.map((instance) => instance.instanceId));
  if ([...ids].some((id) => unread.has(id))) return null;
  return sessions.filter((session) => ids.has(session.instanceId));
}
