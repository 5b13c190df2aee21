import { engineTransaction, page, statesOf } from '../../leases/index.ts';
import type { House, Tx } from '../../platform/context.ts';
import type { OpsCloud } from '../cloud.ts';
import { isOfLaunch, tagKeys } from '../tags.ts';
import { type Found, findInstances } from './find.ts';
import { afterStep, judgeInstance } from './judge.ts';
import {
  findOrphan,
  forgetOrphansExcept,
  type OrphanRow,
  readOrphans,
  saveOrphan,
} from './store.ts';
import { type Distrust, examine } from './trust.ts';

export interface SweepScope {
  readonly house: House;
  readonly cloud: OpsCloud;
}

/** What a look at some environments found. */
export interface Looked {
  readonly found: readonly Found[];
  /** Environments that were looked at and answered. */
  readonly environments: readonly string[];
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
  return { found, environments: answered, complete: answered.length === all.length, failures };
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

/** One sweep: report, quarantine or terminate, as far as each orphan's time has come. Errors: the first look or step that failed, after all were tried. */
export async function sweepOnce({ house, cloud }: SweepScope, looked: Looked): Promise<Judged> {
  const judged = await engineTransaction({ house }, async (tx) => {
    const result = await judgeOrphans(tx, looked);
    if (result.withheld === null) await reportAll(tx, looked, result);
    return result;
  });
  const failures = [...looked.failures];
  for (const { row, found } of judged.withheld === null ? judged.orphans : []) {
    // One that cannot be removed must not shield the others.
    await takeStep({ house, cloud }, row, found).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
  return judged;
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

async function takeStep(
  { house, cloud }: SweepScope,
  row: OrphanRow,
  { scope }: Found,
): Promise<void> {
  const { instance_id: instanceId, environment } = row;
  if (row.next === 'nothing' || row.next_at === null || row.next_at > house.clock.now()) return;
  if (await isSpared(house, instanceId)) return;
  if (row.next === 'quarantine') await cloud.stop(scope, instanceId);
  else await cloud.terminate(scope, instanceId);
  await engineTransaction({ house }, async (tx) => {
    const action = row.next === 'quarantine' ? 'sweep.quarantined' : 'sweep.terminated';
    tx.record({ action, subject: instanceId, environment, data: { instanceId, lease: row.lease } });
    const known = await findOrphan(tx, instanceId);
    if (known?.verdict === 'spared') return;
    await saveOrphan(tx, afterStep(row, tx.config.leases.orphanGraceSeconds, tx.now));
  });
}

/** Somebody may have spared it since it was judged. */
function isSpared(house: House, instanceId: string): Promise<boolean> {
  return engineTransaction({ house }, async (tx) => {
    return (await findOrphan(tx, instanceId))?.verdict === 'spared';
  });
}
