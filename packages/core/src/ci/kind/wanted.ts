import type { LeaseRow } from '../../leases/index.ts';
import type { SeenRole } from '../cloud.ts';
import { roleOfLease, sessionName, strongOf, worksUntil } from '../frozen.ts';
import {
  endedPolicy,
  endedPolicyName,
  policyPrefix,
  roomBeside,
  windowPolicy,
  windowPolicyName,
} from '../policies/index.ts';

/** What live and ended leases want of one role. */
export interface RoleDesired {
  /** Leases whose windows are open, those that drain among them. */
  readonly windows: readonly LeaseRow[];
  /** Leases whose sessions go on. */
  readonly live: readonly string[];
  /** Leases whose sessions are denied, for as long as any lives. */
  readonly ended: readonly string[];
  /** The newest lease of it, by which its place is known; null before any was granted. */
  readonly last: LeaseRow | null;
}

/** Inline policies by name, as IAM has them. */
export type Policies = Readonly<Record<string, unknown>>;

/** What a role should have of ours, and what cannot be had. */
export interface Wanted {
  readonly policies: Policies;
  /** Leases that are over, and whose sessions go on because their denial has no room. */
  readonly left: readonly string[];
}

/** The union of what leases want: one that ends neither cuts nor lengthens another's. */
export function desiredOf(leases: readonly LeaseRow[]): RoleDesired {
  const granted = leases.filter(({ granted_at }) => granted_at !== null);
  const live = granted.filter(({ state }) => state === 'granting' || state === 'active');
  const over = granted.filter((lease) => !live.includes(lease));
  // What drains is not to be cut, with others neither: however the denial is written.
  const working = [...live, ...over.filter(drains)];
  return {
    windows: working.filter((lease) => roleOfLease(lease).approach === 'window'),
    live: working.map(({ id }) => id),
    ended: over.filter((lease) => !drains(lease)).map(({ id }) => id),
    last: granted.toSorted((a, b) => +b.requested_at - +a.requested_at)[0] ?? null,
  };
}

/** What is out works on for a while after the deadline, as AWS itself bounds it. */
function drains(lease: LeaseRow): boolean {
  return lease.ending === 'deadline' && roleOfLease(lease).drainSeconds > 0;
}

/** Whether a window that drained is past its end; one that is live is the engine's to end. */
function isShut(lease: LeaseRow, now: Date): boolean {
  const until = worksUntil(lease);
  return drains(lease) && until !== null && until <= now;
}

/**
 * Inline policies that a role should have, and whom they fail to deny.
 * @param alive until when a session may live, by lease, of those of which one may
 */
export function policiesFor(
  desired: RoleDesired,
  role: SeenRole,
  alive: ReadonlyMap<string, Date>,
  now: Date,
): Wanted {
  const open = desired.windows.filter((lease) => !isShut(lease, now));
  const windows = open.map((lease) => [
    windowPolicyName(lease.id),
    JSON.parse(windowOf(lease, role)) as unknown,
  ]);
  const opened: Policies = Object.fromEntries(windows);
  const foreign = Object.entries(role.policies).filter(([name]) => !name.startsWith(policyPrefix));
  const room = roomBeside({ ...Object.fromEntries(foreign), ...opened }, endedPolicyName);
  const ended = desired.ended.flatMap((lease) => {
    const until = alive.get(lease);
    return until === undefined ? [] : [{ lease, sessionsUntil: until.toISOString() }];
  });
  const order = { ended, live: desired.live, now: now.toISOString(), room };
  const { document, left } = endedPolicy(order);
  const denied = document === null ? {} : { [endedPolicyName]: JSON.parse(document) as unknown };
  return { policies: { ...opened, ...denied }, left };
}

/** Before it is ready a lease has no deadline: its window ends with the hard maximum, and is shortened then. */
function windowOf(lease: LeaseRow, { roleId }: SeenRole): string {
  const until = worksUntil(lease) ?? lease.hard_maximum;
  if (lease.granted_at === null || until === null)
    throw new Error('a window is of a granted lease');
  return windowPolicy({
    from: lease.granted_at.toISOString(),
    until: until.toISOString(),
    sessionNames: [sessionName(lease)],
    ...{ roleId, strong: strongOf(roleOfLease(lease)) },
  });
}
