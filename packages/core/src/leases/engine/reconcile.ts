import { CloudError } from '../../platform/cloud-error.ts';
import type { LeaseKind, Memo } from '../kind.ts';
import type { TargetRow } from '../row.ts';
import type { StopLine } from '../stop-line/store.ts';
import { leasesOfTargets } from '../store.ts';
import { advanceByTime, isTimeToMove } from './advance.ts';
import { claimDue } from './claims/store.ts';
import type { Engine } from './engine.ts';
import { noteFailure } from './failures.ts';
import { giveBack } from './give-back.ts';
import { settle } from './settle.ts';
import { ClaimLost, guardClaim, releaseClaims, rememberMemo } from './store.ts';
import { inTurns, type Turns } from './turns.ts';
import {
  byHaste,
  isGivenBack,
  isUnderWay,
  keepsOthers,
  needsLook,
  placeOf,
  takeUp,
  type Work,
} from './work.ts';

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
  const works = targets.map((target) => takeUp(target, byTarget.get(target.key) ?? []));
  const pass: Pass = { turns: new Map(), taken: new Set() };
  await inTurns(pass.turns, works, (work) => advance(engine, work, stopLine));
  const groups = Map.groupBy(works, placeOf);
  await Promise.all([...groups.values()].map((group) => finish(engine, group, pass)));
  return targets.length;
}

/** What the works of one pass share. */
interface Pass {
  readonly turns: Turns;
  /** Serial keys under which something is being changed: others of theirs would be refused. */
  readonly taken: Set<string>;
}

async function finish(engine: Engine, group: readonly Work[], pass: Pass): Promise<void> {
  await observe(engine, group.filter(needsLook));
  await inTurns(pass.turns, group.toSorted(byHaste), (work) => converge(engine, work, pass));
  const kept = group.filter((work) => !(work.failure instanceof ClaimLost));
  await releaseClaims(
    engine,
    kept.map((work) => giveBack(engine, work)),
  );
}

async function readLeases(engine: Engine, targets: readonly TargetRow[]) {
  return Map.groupBy(
    await leasesOfTargets(engine.house.database, targets, engine.house.clock.now()),
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

/** Looks at targets of one place. */
async function observe(engine: Engine, group: readonly Work[]): Promise<void> {
  const [first] = group;
  if (first === undefined) return;
  try {
    const { environment } = first.target;
    const targets = group.map((work) => work.target);
    const leases = group.flatMap((work) => work.leases);
    const tell = (failure: unknown) => engine.onFailure(environment, failure);
    const seen = await kindOf(engine, first.target).observe(targets, leases, tell);
    for (const work of group) {
      const sight = seen.get(work.target.key) ?? null;
      if (sight instanceof CloudError) await fail(engine, work, sight);
      else work.seen = sight;
    }
    engine.probe('observed');
  } catch (error) {
    for (const work of group) await fail(engine, work, error);
  }
}

async function converge(engine: Engine, work: Work, { taken }: Pass): Promise<void> {
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
      work.changed = true;
      // Its next look comes soon, when the other is done.
      work.waited = taken.has(target.serial_key) && !isUnderWay(work);
      if (work.waited) return;
      await kind.change(target, desired, seen, control);
    } else if (isQuietOver(engine, work)) {
      await kind.close(target, work.leases, control);
      work.closed = true;
    }
  });
  if (target.serial_key === target.key) return;
  if (isTaken(work) || keepsOthers(work, engine.house.clock.now())) taken.add(target.serial_key);
}

/** Whether the cloud said that something else of the serial key is being changed. */
function isTaken({ failure }: Work): boolean {
  return failure instanceof CloudError && failure.failure === 'conflict';
}

function isQuietOver(engine: Engine, work: Work): boolean {
  const { quiet_until: until } = work.target;
  return isGivenBack(work) && until !== null && until <= engine.house.clock.now();
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

function kindOf(engine: Engine, target: TargetRow): LeaseKind {
  return engine.kinds[target.kind];
}
