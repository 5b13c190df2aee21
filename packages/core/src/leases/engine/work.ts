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
  /** What guarded the target was removed: there is nothing left to watch. */
  closed: boolean;
}

/** The work that a claimed target begins as. */
export function takeUp(target: TargetRow, leases: LeaseRow[]): Work {
  return {
    ...{ target, leases, memo: target.memo },
    ...{ seen: null, failure: null, changed: false, closed: false },
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
  const { account, region, roleArn, externalId } = lease.frozen;
  const { kind, environment } = work.target;
  return JSON.stringify([kind, environment, account, region, roleArn, externalId]);
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

/** Whether a change of the target was begun that is not over. */
export function isUnderWay({ memo }: Work): boolean {
  return (memo['pending'] ?? null) !== null;
}

/** What is to be taken back comes before what is to be given, the longest overdue first. */
export function byHaste(one: Work, other: Work): number {
  const [first, second] = [dueAt(one), dueAt(other)];
  return first === second ? 0 : first - second;
}

function dueAt({ leases }: Work): number {
  const due = leases.filter(({ state }) => state === 'revoking');
  return Math.min(...due.map(({ deadline }) => deadline?.getTime() ?? 0));
}
