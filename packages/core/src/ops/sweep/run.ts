import { engineTransaction, page, statesOf } from '../../leases/index.ts';
import type { House, Tx } from '../../platform/context.ts';
import type { OpsCloud } from '../cloud.ts';
import { tagKeys } from '../tags.ts';
import { type Found, findInstances } from './find.ts';
import { afterStep, judgeInstance } from './judge.ts';
import { forgetOrphansExcept, type OrphanRow, readOrphans, saveOrphan } from './store.ts';
import { type Distrust, examine } from './trust.ts';

export interface SweepScope {
  readonly house: House;
  readonly cloud: OpsCloud;
}

export interface Judged {
  readonly withheld: Distrust | null;
  readonly orphans: readonly { readonly row: OrphanRow; readonly found: Found }[];
}

/** Looks at every environment and judges what no living lease explains; changes nothing in the cloud. */
export async function lookForOrphans(
  { house, cloud }: SweepScope,
  environment?: string,
): Promise<Found[]> {
  const all = Object.values(house.config().environments);
  const chosen = environment === undefined ? all : all.filter(({ name }) => name === environment);
  return findInstances(house, cloud, chosen);
}

/** Judges what was found, by what the database says now. Pages once when the database is not believed. */
export async function judgeOrphans(tx: Tx, found: readonly Found[]): Promise<Judged> {
  const withheld = await examine(
    tx,
    found.map(({ instance }) => instance.launchedAt),
  );
  const ids = found.flatMap(({ instance }) => instance.tags[tagKeys.lease] ?? []);
  const states = await statesOf(tx, ids);
  const before = await readOrphans(tx);
  const grace = tx.config.leases.orphanGraceSeconds;
  const orphans = found.flatMap((each) => {
    const { instance, environment } = each;
    const state = states.get(instance.tags[tagKeys.lease] ?? '');
    const earlier = before.get(instance.instanceId);
    const row = judgeInstance(instance, environment, state, earlier, grace, tx.now);
    return row === null ? [] : [{ row, found: each }];
  });
  return { withheld, orphans };
}

/** One sweep: report, quarantine or terminate, as far as each orphan's time has come. */
export async function sweepOnce(
  { house, cloud }: SweepScope,
  found: readonly Found[],
): Promise<Judged> {
  const judged = await engineTransaction({ house }, async (tx) => {
    const result = await judgeOrphans(tx, found);
    if (result.withheld !== null) {
      const { withheld } = result;
      tx.record({ action: 'sweep.withheld', data: { withheld } });
      page(
        tx,
        'sweep-withheld',
        { withheld },
        `sweep-withheld:${withheld}:${tx.now.toISOString().slice(0, 10)}`,
      );
      return result;
    }
    const ids = result.orphans.map(({ row }) => row.instance_id);
    await forgetOrphansExcept(tx, Object.keys(tx.config.environments), ids);
    for (const { row } of result.orphans) await report(tx, row);
    return result;
  });
  if (judged.withheld !== null) return judged;
  const now = house.clock.now();
  for (const { row, found: each } of judged.orphans) {
    if (row.next === 'nothing' || row.next_at === null || row.next_at > now) continue;
    await takeStep({ house, cloud }, row, each);
  }
  return judged;
}

async function report(tx: Tx, row: OrphanRow): Promise<void> {
  const known = (await readOrphans(tx)).get(row.instance_id);
  await saveOrphan(tx, row);
  if (known !== undefined) return;
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
  if (row.next === 'quarantine') await cloud.stop(scope, instanceId);
  else await cloud.terminate(scope, instanceId);
  await engineTransaction({ house }, async (tx) => {
    const action = row.next === 'quarantine' ? 'sweep.quarantined' : 'sweep.terminated';
    tx.record({ action, subject: instanceId, environment, data: { instanceId, lease: row.lease } });
    await saveOrphan(tx, afterStep(row, tx.config.leases.orphanGraceSeconds, tx.now));
  });
}
