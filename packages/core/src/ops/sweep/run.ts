import { page, statesOf } from '../../leases/index.ts';
import type { Tx } from '../../platform/context.ts';
import { lockSubject } from '../../platform/lock-subject.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { isOfLaunch, tagKeys } from '../tags.ts';
import { type Found, findInstances } from './find.ts';
import { judgeInstance } from './judge.ts';
import { type SweepScope, sweepSubject } from './scope.ts';
import { orderStep } from './step.ts';
import { forgetOrphansExcept, type OrphanRow, readOrphans, saveOrphan } from './store.ts';
import { type Distrust, examine } from './trust.ts';

/** What a look at some environments found. */
export interface Looked {
  readonly found: readonly Found[];
  /** Environments that were looked at and answered. */
  readonly environments: readonly string[];
  /** Environments that were looked at in vain. */
  readonly unanswered: readonly string[];
  /** Whether they are all there are. */
  readonly complete: boolean;
  /** Why the others did not answer. */
  readonly failures: readonly unknown[];
}

export interface Judged {
  readonly withheld: Distrust | null;
  readonly orphans: readonly { readonly row: OrphanRow; readonly found: Found }[];
}

/** Looks at every environment, or one; changes nothing in the cloud. */
export async function lookForOrphans(
  { house, cloud }: SweepScope,
  environment?: string,
): Promise<Looked> {
  const all = Object.values(house.config().environments);
  const chosen = environment === undefined ? all : all.filter(({ name }) => name === environment);
  const { found, answered, failures } = await findInstances(house, cloud, chosen);
  const unanswered = chosen.map(({ name }) => name).filter((name) => !answered.includes(name));
  const complete = answered.length === all.length;
  return { found, environments: answered, unanswered, complete, failures };
}

/** Judges what was found, by what the database says now. Pages once when it is not believed. */
export async function judgeOrphans(tx: Tx, { found, complete }: Looked): Promise<Judged> {
  const leaseOf = ({ instance }: Found) => instance.tags[tagKeys.lease] ?? '';
  const states = await statesOf(tx, found.map(leaseOf));
  const strangersLaunchedAt = found
    .filter((each) => !states.has(leaseOf(each)))
    .map(({ instance }) => instance.launchedAt);
  const { distrust, isNew } = await examine(tx, { strangersLaunchedAt, complete });
  if (isNew && distrust !== null) tellWithheld(tx, distrust);
  const before = await readOrphans(tx);
  const grace = tx.config.leases.orphanGraceSeconds;
  const orphans = found.flatMap((each) => {
    const { instance, environment } = each;
    const earlier = before.get(instance.instanceId);
    // With copied tags it is nobody's, whatever became of the lease that they name.
    const state = isOfLaunch(instance) ? states.get(leaseOf(each)) : undefined;
    const row = judgeInstance(instance, environment, state, earlier, grace, tx.now);
    return row === null ? [] : [{ row, found: each }];
  });
  return { withheld: distrust, orphans };
}

/** Judges and remembers, under the sweep's lock; what is due is ordered, and done after commit. */
export async function decideSweep(tx: Tx, looked: Looked): Promise<Judged> {
  const judged = await judgeOrphans(tx, looked);
  if (judged.withheld !== null) return judged;
  await reportAll(tx, looked, judged);
  for (const { row, found } of judged.orphans) orderStep(tx, row, found);
  return judged;
}

/** The periodic sweep. Errors: why a place did not answer, after the others were swept. */
export async function sweepOnce(scope: SweepScope): Promise<void> {
  const looked = await lookForOrphans(scope);
  await transactAsSystem(scope.house, async (tx) => {
    await lockSubject(tx, sweepSubject);
    await decideSweep(tx, looked);
  });
  if (looked.failures.length > 0) throw looked.failures[0];
}

/** Somebody is told once; until an admin has looked, nothing is swept. */
function tellWithheld(tx: Tx, withheld: Distrust): void {
  tx.record({ action: 'sweep.withheld', data: { withheld } });
  page(tx, 'sweep-withheld', { withheld }, `sweep-withheld:${withheld}:${tx.now.toISOString()}`);
}

async function reportAll(tx: Tx, looked: Looked, { orphans }: Judged): Promise<void> {
  const ids = orphans.map(({ row }) => row.instance_id);
  const before = await readOrphans(tx);
  await forgetOrphansExcept(tx, looked.environments, ids);
  for (const { row } of orphans) {
    await saveOrphan(tx, row);
    if (!before.has(row.instance_id)) report(tx, row);
  }
}

function report(tx: Tx, row: OrphanRow): void {
  const { instance_id: instanceId, environment, lease, verdict, next, next_at } = row;
  tx.record({
    action: 'sweep.reported',
    subject: instanceId,
    environment,
    data: { instanceId, lease, verdict },
  });
  const facts = { environment, instanceId, next, nextAt: next_at?.toISOString() ?? null };
  page(tx, 'orphan-found', facts, `orphan:${instanceId}`);
}
