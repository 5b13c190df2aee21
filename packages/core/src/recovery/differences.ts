import { isFinal, type LeaseState, type OutputOf } from '@sekisho/contract';
import type { LeaseRow, Observation } from '../leases/index.ts';
import { isOfLaunch, type Looked, tagKeys, watchedUntil } from '../ops/index.ts';
import { addSeconds, soonest } from '../platform/clock.ts';
import type { Tx } from '../platform/context.ts';
import type { Sighting } from './look.ts';

export type Difference = OutputOf<'recovery.show'>['differences'][number];

/** What an admin says how to settle with. */
export interface Wish {
  readonly graceSeconds: number;
  /** Leases to end although nobody can see that they are over. */
  readonly end: readonly string[];
}

export const usualGraceSeconds = 3600;

/** How one lease, as this database has it, differs from what was seen of its target; null when it does not. */
export function differenceOf(
  lease: LeaseRow,
  { seen }: Pick<Sighting, 'seen'>,
  wish: Wish,
  now: Date,
): Difference | null {
  const sight = seen.get(lease.target_key);
  const there = sight === undefined ? null : isThere(sight);
  switch (lease.state) {
    case 'requested':
    case 'approved':
      return of(lease, 'waiting', 'withdrawn');
    case 'granting':
    case 'active':
      if (wish.end.includes(lease.id)) return of(lease, 'gone', 'ends');
      // The role is there whatever became of the lease, which somebody may have stopped since.
      if (lease.kind === 'ci-role') return of(lease, 'job', 'ends');
      return differenceOfLent(lease, there, wish, now);
    case 'revoking':
      return there === true ? of(lease, 'lingering', 'taken-back') : null;
    case 'ended':
    case 'denied':
    case 'withdrawn':
    case 'lapsed':
    case 'failed':
      return null;
  }
}

function differenceOfLent(
  lease: LeaseRow,
  there: boolean | null,
  wish: Wish,
  now: Date,
): Difference | null {
  if (lease.state === 'granting') {
    return there === false ? of(lease, 'unfinished', 'taken-back') : null;
  }
  if (there === false) return of(lease, 'gone', 'ends');
  return there === true ? overdue(lease, wish, now) : null;
}

/** As the engine judges: what is broken will not become of use by waiting. */
function isThere({ there, status }: Observation): boolean {
  return there ?? (status !== 'absent' && status !== 'broken');
}

/** Whoever works there may have extended it since: it is not cut in the moment that somebody settles. */
function overdue(lease: LeaseRow, { graceSeconds }: Wish, now: Date): Difference | null {
  const until = graceUntil(lease, graceSeconds, now);
  return until === null ? null : { ...of(lease, 'overdue', 'runs-on'), until: until.toISOString() };
}

/** A deadline this near is as good as over: nobody would be warned of it. */
const nearSeconds = 300;

/** The deadline that a lease gets that is in use and over, or nearly: never past its hard maximum. */
function graceUntil(
  { deadline, hard_maximum: hardMaximum, part_of: parent }: LeaseRow,
  graceSeconds: number,
  now: Date,
): Date | null {
  if (deadline === null || parent !== null || deadline > addSeconds(now, nearSeconds)) return null;
  const until = soonest(addSeconds(now, graceSeconds), hardMaximum);
  return until > deadline && until > now ? until : null;
}

function of(lease: LeaseRow, kind: Difference['kind'], settles: Difference['settles']): Difference {
  return {
    ...{ kind, settles, until: null },
    ...{ environment: lease.environment, lease: lease.id, leaseKind: lease.kind },
    ...{ state: lease.state, holder: lease.holder, resource: lease.resource },
    deadline: lease.deadline?.toISOString() ?? null,
    hardMaximum: lease.hard_maximum?.toISOString() ?? null,
  };
}

type Server = Looked['found'][number];

/** How a server that bears our mark differs; null where a lease that is not over explains it. */
export function differenceOfServer(
  tx: Tx,
  { environment, instance }: Server,
  states: ReadonlyMap<string, LeaseState>,
): Difference | null {
  const lease = instance.tags[tagKeys.lease] ?? null;
  const state = isOfLaunch(instance) ? states.get(lease ?? '') : undefined;
  if (state !== undefined && !isFinal(state)) return null;
  const hardMaximum = instance.tags[tagKeys.hardMaximum] || null;
  const base = {
    ...{ environment, lease, leaseKind: 'ops-server' as const, deadline: null, hardMaximum },
    holder: instance.tags[tagKeys.holder] ?? null,
    resource: instance.instanceId,
  };
  if (state !== undefined) {
    return { ...base, kind: 'lingering', state, settles: 'taken-back', until: null };
  }
  const until = watchedUntil(instance, tx.config.leases.orphanGraceSeconds, tx.now).toISOString();
  return { ...base, kind: 'unknown', state: null, settles: 'watched', until };
}
