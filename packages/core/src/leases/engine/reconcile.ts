import { addSeconds } from '../../platform/clock.ts';
import { CloudError } from '../../platform/cloud-error.ts';
import type { LeaseKind, Memo, Observation } from '../kind.ts';
import type { LeaseRow, TargetRow } from '../row.ts';
import { leasesOfTargets } from '../store.ts';
import { advanceByTime, isTimeToMove } from './advance.ts';
import type { Engine } from './engine.ts';
import { noteFailure } from './failures.ts';
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

/** One claimed target on its way through a pass. */
interface Work {
  readonly target: TargetRow;
  leases: LeaseRow[];
  seen: Observation | null;
  memo: Memo;
  failure: unknown;
  /** Something was changed, so the next look comes soon. */
  changed: boolean;
}

/**
 * One pass: claim what is due, move leases whose time has come, look at their targets in
 * batches, move each target towards what its leases want, and settle leases by what was seen.
 * Answers how many targets were claimed.
 */
export async function reconcile(engine: Engine, limit = 200): Promise<number> {
  const targets = await claimDue(engine, limit);
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
  }));
  await inTurns(works, (work) => advance(engine, work));
  await observe(engine, works.filter(needsLook));
  await inTurns(works, (work) => converge(engine, work));
  await releaseClaims(
    engine,
    works
      .filter((work) => !(work.failure instanceof ClaimLost))
      .map((work) => release(engine, work)),
  );
  return targets.length;
}

async function readLeases(engine: Engine, targets: readonly TargetRow[]) {
  const keys = targets.map((target) => target.key);
  return Map.groupBy(
    await leasesOfTargets(engine.house.database, keys),
    (lease) => lease.target_key,
  );
}

const width = 8;

/** Does `step` for every work, some at once, but those of one serial key one after another. */
async function inTurns(works: readonly Work[], step: (work: Work) => Promise<void>): Promise<void> {
  const groups = [...Map.groupBy(works, (work) => work.target.serial_key).values()];
  const take = async () => {
    for (let group = groups.shift(); group; group = groups.shift()) {
      for (const work of group) await step(work);
    }
  };
  await Promise.all(Array.from({ length: width }, take));
}

async function advance(engine: Engine, work: Work): Promise<void> {
  const now = engine.house.clock.now();
  if (!work.leases.some((lease) => isTimeToMove(engine.house.config(), lease, now))) return;
  await attempt(engine, work, async () => {
    work.leases = await advanceByTime(engine, work.target, work.leases);
    work.changed = true;
  });
}

/** Targets that were never granted need no look at the world. */
function needsLook(work: Work): boolean {
  return work.failure === null && work.leases.some((lease) => lease.granted_at !== null);
}

async function observe(engine: Engine, works: readonly Work[]): Promise<void> {
  const groups = Map.groupBy(works, ({ target }) => `${target.kind} ${target.environment}`);
  await Promise.all(
    [...groups.values()].map(async (group) => {
      const [first] = group;
      if (first === undefined) return;
      try {
        const targets = group.map((work) => work.target);
        const leases = group.flatMap((work) => work.leases);
        const { environment } = first.target;
        const tell = (failure: unknown) => engine.onFailure(environment, failure);
        const seen = await kindOf(engine, first.target).observe(targets, leases, tell);
        for (const work of group) work.seen = seen.get(work.target.key) ?? null;
        engine.probe('observed');
      } catch (error) {
        for (const work of group) await fail(engine, work, error);
      }
    }),
  );
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
  const closed = !failed && allOver && (quietUntil === null || quietUntil <= now) && !work.changed;
  return {
    target: work.target,
    failures,
    failingSince: failed ? (work.target.failing_since ?? now) : null,
    quietUntil,
    nextCheckAt: closed ? null : nextLook(engine, { ...work, failures, quietUntil, now }),
  };
}

function kindOf(engine: Engine, target: TargetRow): LeaseKind {
  return engine.kinds[target.kind];
}
