import { addSeconds } from '../../platform/clock.ts';
import type { Memo, Observation } from '../kind.ts';
import type { LeaseRow, TargetRow } from '../row.ts';

/** One claimed target on its way through a pass. */
export interface Work {
  readonly target: TargetRow;
  leases: LeaseRow[];
  seen: Observation | null;
  memo: Memo;
  failure: unknown;
  /** Something was changed, so the next look comes soon. */
  changed: boolean;
  /** Another target of its serial key is being changed: this one was not tried. */
  waited: boolean;
  /** What guarded the target was removed: there is nothing left to watch. */
  closed: boolean;
}

/** The work that a claimed target begins as. */
export function takeUp(target: TargetRow, leases: LeaseRow[]): Work {
  return {
    ...{ target, leases, memo: target.memo },
    ...{ seen: null, failure: null, changed: false, waited: false, closed: false },
  };
}

/** Targets that were never granted need no look at the world. */
export function needsLook(work: Work): boolean {
  return work.failure === null && work.leases.some(wasGranted);
}

/**
 * What is looked at in the same calls; what needs no look waits for none. An environment that was
 * moved is two places: what was lent in the old one must keep nobody in the new one waiting.
 */
export function placeOf(work: Work): string {
  const lease = needsLook(work) ? work.leases.find(wasGranted) : undefined;
  if (lease === undefined) return '';
  return placeKey(work.target, lease.frozen);
}

/** Tells one place from another. @param frozen as the target's leases were granted */
export function placeKey(
  { kind, environment }: Pick<TargetRow, 'kind' | 'environment'>,
  frozen: Partial<LeaseRow['frozen']>,
): string {
  const { account, region, roleArn, externalId, engine = null } = frozen;
  return JSON.stringify([kind, environment, account, region, roleArn, externalId, engine]);
}

/** Whether anything of the lease may be in the world. */
export function wasGranted(lease: LeaseRow): boolean {
  return lease.granted_at !== null;
}

/** Whether all that was granted is over; a lease that still waits for its grant keeps nothing open. */
export function isGivenBack({ leases }: Work): boolean {
  const granted = leases.filter(wasGranted);
  return granted.length > 0 && granted.every(({ ended_at: endedAt }) => endedAt !== null);
}

/** For so long a change that is under way keeps others of its serial key from being tried. */
export const underWaySeconds = 30;

/** Whether a change of the target was begun of which it is not known that it is over. */
export function isUnderWay({ memo }: Work): boolean {
  return (memo['pending'] ?? null) !== null;
}

/** Whether others of its serial key wait for a change of the target. */
export function keepsOthers({ memo }: Work, now: Date): boolean {
  const { at } = (memo['pending'] ?? {}) as { readonly at?: unknown };
  return (timeOf(at) ?? 0) > addSeconds(now, -underWaySeconds).getTime();
}

/**
 * What is to be taken back comes before what is to be given, the longest due first; what failed comes as
 * if asked for when it did, so that nothing that fails for ever is all that is tried.
 */
export function byHaste(one: Work, other: Work): number {
  const [first, second] = [turnOf(one), turnOf(other)];
  return first.after - second.after || first.at - second.at;
}

function turnOf({ leases, memo }: Work): { readonly after: number; readonly at: number } {
  const revoking = leases.filter(({ state }) => state === 'revoking');
  const moving =
    revoking.length > 0 ? revoking : leases.filter(({ state }) => state === 'granting');
  const due = moving.map(({ deadline, state_at: since }) => (deadline ?? since).getTime());
  const failedAt = timeOf(memo['failedAt']);
  return {
    after: revoking.length > 0 && failedAt === null ? 0 : 1,
    at: failedAt ?? Math.min(...due, Number.MAX_SAFE_INTEGER),
  };
}

/** Epoch milliseconds of what a memo holds. */
function timeOf(at: unknown): number | null {
  return typeof at === 'string' ? Date.parse(at) : null;
}
