import type { Ending } from '@sekisho/contract';
import { isDraining } from '../draining.ts';
import type { Observation } from '../kind.ts';
import { couldNotBeMade } from '../move.ts';
import type { LeaseRow } from '../row.ts';

/** What an observation does to one lease. */
export type Verdict =
  | { readonly is: 'nothing' }
  | { readonly is: 'progress' }
  | { readonly is: 'ready' }
  | { readonly is: 'over'; readonly ending: Ending }
  | { readonly is: 'given-up' }
  | { readonly is: 'ended' };

/** What a lease is judged by besides itself. */
export interface Sight {
  readonly seen: Observation;
  /** What was seen is as the target's leases want it. */
  readonly matched: boolean;
  /** A launch takes too long. */
  readonly overdue: boolean;
  readonly idleAfterSeconds: number | null;
  readonly now: Date;
}

/** Judges one lease by what was seen of its target; of a membership the team or its person can go, nothing in AWS. */
export function judgeLease(lease: LeaseRow, sight: Sight): Verdict {
  const { seen, matched } = sight;
  switch (lease.state) {
    case 'granting':
      if (matched && seen.status === 'ready') return { is: 'ready' };
      if (seen.status === 'broken') return { is: 'over', ending: 'launch-failed' };
      return sight.overdue ? { is: 'given-up' } : progressOf(lease, seen);
    case 'active':
      if (seen.status === 'absent' || seen.status === 'broken') {
        return { is: 'over', ending: lease.kind === 'membership' ? 'place-gone' : 'resource-gone' };
      }
      if (isIdle(lease, sight)) return { is: 'over', ending: 'idle' };
      return isAnotherServer(lease, seen) ? { is: 'progress' } : { is: 'nothing' };
    case 'revoking':
      return matched && !isDraining(lease, sight.now) ? { is: 'ended' } : progressOf(lease, seen);
    case 'requested':
    case 'approved':
    case 'ended':
    case 'denied':
    case 'withdrawn':
    case 'lapsed':
    case 'failed':
      return { is: 'nothing' };
  }
}

function progressOf(lease: LeaseRow, seen: Observation): Verdict {
  const same =
    lease.step === seen.step &&
    lease.missing === missingOf(lease, seen) &&
    lease.resource === (seen.resource ?? lease.resource);
  return { is: same ? 'nothing' : 'progress' };
}

/** What is missing now; of a launch that failed, what was missing then: it is why the lease fails. */
export function missingOf(lease: LeaseRow, seen: Observation): LeaseRow['missing'] {
  return couldNotBeMade(lease) ? (lease.missing ?? seen.missing) : seen.missing;
}

/** A restored database may know of a server that was replaced since; the one that is there is the lease's. */
function isAnotherServer({ kind, resource }: LeaseRow, seen: Observation): boolean {
  return kind === 'ops-server' && seen.status === 'ready' && seen.resource !== resource;
}

/** Idle since its last use, or since it was last made ready; a hold puts it off. */
function isIdle(lease: LeaseRow, { seen, idleAfterSeconds, now }: Sight): boolean {
  if (idleAfterSeconds === null || seen.usedAt === null) return false;
  if (lease.hold_until !== null && now < lease.hold_until) return false;
  const since = Math.max(seen.usedAt.getTime(), lease.state_at.getTime());
  return now.getTime() - since >= idleAfterSeconds * 1000;
}
