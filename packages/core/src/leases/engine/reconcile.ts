import { addSeconds } from '../../platform/clock.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { LeaseKind, Memo, Observation } from '../kind.ts';
import type { LeaseRow, TargetRow } from '../row.ts';
import type { StopLine } from '../stop-line/store.ts';
import { leasesOfTargets } from '../store.ts';
import { advanceByTime, isTimeToMove } from './advance.ts';
import type { Engine } from './engine.ts';
import { isHopeless, noteFailure } from './failures.ts';
import { nextLook } from './next-look.ts';
import { settle } from './settle.ts';
import {
  ClaimLost,
  claimDue,
  guardClaim,
  type Release,
  releaseClaims,
  rememberMemo,
} from './store.ts';
import { inTurns, type Turns } from './turns.ts';

/** One claimed target on its way through a pass. */
interface Work {
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

/**
 * One pass: claim what is due, move leases whose time has come, look at their targets in
 * batches, move each target towards what its leases want, and settle leases by what was seen.
 * Targets that are looked at together go their way together, so that a place that does not
 * answer delays no other. Answers how many targets were claimed.
 */
export async function reconcile(engine: Engine, limit = 200): Promise<number> {
  const { targets, stopLine } = await claimDue(engine, limit);
  if (targets.length === 0) return 0;
  engine.probe('claimed');
  const byTarget = await readLeases(engine, targets);
  const works = targets.map<Work>((target) => ({
    target,
    leases: byTarget.get(target.key) ?? [],
    seen: null,
    memo: target.memo,
    failure: null,
    changed: false,
    closed: false,
  }));
  const turns: Turns = new Map();
  await inTurns(turns, works, (work) => advance(engine, work, stopLine));
  const groups = Map.groupBy(works, placeOf);
  await Promise.all([...groups.values()].map((group) => finish(engine, group, turns)));
  return targets.length;
}

/** What is looked at in the same calls; what needs no look waits for none. */
function placeOf(work: Work): string {
  return needsLook(work) ? `${work.target.kind} ${work.target.environment}` : '';
}

async function finish(engine: Engine, group: readonly Work[], turns: Turns): Promise<void> {
  await observe(engine, group.filter(needsLook));
  await inTurns(turns, group, (work) => converge(engine, work));
  const kept = group.filter((work) => !(work.failure instanceof ClaimLost));
  await releaseClaims(
    engine,
    kept.map((work) => release(engine, work)),
  );
}

async function readLeases(engine: Engine, targets: readonly TargetRow[]) {
  const keys = targets.map((target) => target.key);
  return Map.groupBy(
    await leasesOfTargets(engine.house.database, keys),
    (lease) => lease.target_key,
  );
}

async function advance(engine: Engine, work: Work, stopLine: StopLine): Promise<void> {
  const now = engine.house.clock.now();
  if (!work.leases.some((lease) => isTimeToMove(engine, lease, stopLine, now))) return;
  await attempt(engine, work, async () => {
    work.leases = await advanceByTime(engine, work.target, work.leases, stopLine);
    work.changed = true;
  });
}

/** Targets that were never granted need no look at the world. */
function needsLook(work: Work): boolean {
  return work.failure === null && work.leases.some((lease) => lease.granted_at !== null);
}

/** Looks at targets of one kind and environment. */
async function observe(engine: Engine, group: readonly Work[]): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  try {
    const { environment } = first.target;
    const targets = group.map((work) => work.target);
    const leases = group.flatMap((work) => work.leases);
    const tell = (failure: unknown) => engine.onFailure(environment, failure);
    const seen = await kindOf(engine, first.target).observe(targets, leases, tell);
    for (const work of group) work.seen = seen.get(work.target.key) ?? null;
    engine.probe('observed');
  } catch (error) {
    for (const work of group) await fail(engine, work, error);
  }
}

async function converge(engine: Engine, work: Work): Promise<void> {
  const { seen, target } = work;
  if (seen === null || work.failure !== null) return;
  const kind = kindOf(engine, target);
  await attempt(engine, work, async () => {
    const settled = await settle(engine, kind, target, work.leases, seen, work.memo);
    work.changed ||= settled.changed;
    work.leases = settled.leases;
    const desired = kind.desired(work.leases);
    const control = controlOf(engine, work);
    if (!kind.matches(desired, seen, work.memo)) {
      await kind.change(target, desired, seen, control);
      work.changed = true;
    } else if (isQuietOver(engine, work)) {
      await kind.close(target, work.leases, control);
      work.closed = true;
    }
  });
}

function isQuietOver(engine: Engine, { target, leases }: Work): boolean {
  const over = leases.every((lease) => lease.ended_at !== null);
  return over && target.quiet_until !== null && target.quiet_until <= engine.house.clock.now();
}

function controlOf(engine: Engine, work: Work) {
  return {
    now: () => engine.house.clock.now(),
    get memo() {
      return work.memo;
    },
    guard: () => guardClaim(engine, work.target),
    async remember(patch: Memo) {
      work.memo = { ...work.memo, ...patch };
      await rememberMemo(engine, work.target, work.memo);
    },
  };
}

async function attempt(engine: Engine, work: Work, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    await fail(engine, work, error);
  }
}

async function fail(engine: Engine, work: Work, error: unknown): Promise<void> {
  work.failure = error;
  if (error instanceof ClaimLost) return;
  engine.onFailure(work.target.key, error);
  if (!(error instanceof CloudError)) return;
  try {
    work.leases = await noteFailure(engine, work.target, work.leases, error);
  } catch (noting) {
    work.failure = noting;
  }
}

function release(engine: Engine, work: Work): Release {
  const now = engine.house.clock.now();
  const failed = work.failure !== null;
  const failures = failed ? work.target.failures + 1 : 0;
  const allOver = work.leases.every((lease) => lease.ended_at !== null);
  const everGranted = work.leases.some((lease) => lease.granted_at !== null);
  const { quietPeriodSeconds } = engine.house.config().leases;
  const quietUntil =
    allOver && everGranted
      ? (work.target.quiet_until ?? addSeconds(now, quietPeriodSeconds))
      : null;
  // The quiet period may have passed since the target was seen: that alone closes nothing.
  const closed = !failed && allOver && (work.closed || !everGranted) && !work.changed;
  const look = closed ? null : nextLook(engine, { ...work, failures, quietUntil, now });
  return {
    target: work.target,
    failures,
    hopelessSince: failed ? hopelessSince(work, now) : null,
    quietUntil,
    nextCheckAt: look?.at ?? null,
    urgentAt: look?.urgentAt ?? null,
  };
}

function hopelessSince({ target, failure }: Work, now: Date): Date | null {
  return target.hopeless_since ?? (isHopeless(failure) ? now : null);
}

function kindOf(engine: Engine, target: TargetRow): LeaseKind {
  return engine.kinds[target.kind];
}
