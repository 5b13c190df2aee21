import type { Config } from '@sekisho/config';
import { scopeOfEnvironment } from '../../platform/cloud-scope.ts';
import type { Tx } from '../../platform/context.ts';
import { lockSubject } from '../../platform/lock-subject.ts';
import { cloudTopic, type Order } from '../../platform/outbox.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import type { CloudScope } from '../cloud.ts';
import type { Found } from './find.ts';
import { afterStep } from './judge.ts';
import { type SweepScope, sweepSubject } from './scope.ts';
import { findOrphan, type OrphanRow, saveOrphan } from './store.ts';
import { isTrusted } from './trust.ts';

/** This database is not believed, or not yet: the step waits for a look, or for an admin. */
class SweepWithheld extends Error {
  constructor() {
    super('the sweep is withheld');
    this.name = 'SweepWithheld';
  }
}

/** Orders the next step of an orphan once its time has come; once, however often that is decided. */
export function orderStep(tx: Tx, row: OrphanRow, { scope }: Found): void {
  const { instance_id: instanceId, next, next_at: nextAt } = row;
  if (next === 'nothing' || nextAt === null || nextAt > tx.now) return;
  tx.order({
    topic: cloudTopic,
    payload: { instanceId, next, nextAt: nextAt.toISOString(), place: scope.environment },
    dedupe: `sweep:${instanceId}:${next}:${nextAt.toISOString()}`,
  });
}

/**
 * Stops or terminates one orphan, as ordered; nothing when it was spared, explained or taken care
 * of since. Errors: the cloud's, and while this database is not believed; to be tried again.
 */
export async function carryOutStep(
  { house, cloud }: SweepScope,
  { payload }: Pick<Order, 'payload'>,
): Promise<void> {
  const instanceId = String(payload['instanceId']);
  const scope = placeNamed(String(payload['place']), house.config().environments);
  const ordered = async (tx: Tx) => {
    await lockSubject(tx, sweepSubject);
    // A restored database may hold orders that were settled differently after its backup.
    if (!(await isTrusted(tx))) throw new SweepWithheld();
    const row = await findOrphan(tx, instanceId);
    const same = row?.next === payload['next'] && row?.next_at?.toISOString() === payload['nextAt'];
    return same ? row : undefined;
  };
  const row = await transactAsSystem(house, ordered);
  if (row === undefined || scope === null) return;
  if (row.next === 'quarantine') await cloud.stop(scope, instanceId);
  else await cloud.terminate(scope, instanceId);
  await transactAsSystem(house, async (tx) => {
    const { environment, lease } = row;
    const action = row.next === 'quarantine' ? 'sweep.quarantined' : 'sweep.terminated';
    tx.record({ action, subject: instanceId, environment, data: { instanceId, lease } });
    if ((await ordered(tx)) === undefined) return;
    await saveOrphan(tx, afterStep(row, tx.config.leases.orphanGraceSeconds, tx.now));
  });
}

/** Null once the environment was taken out of the configuration: nobody may act there any more. */
function placeNamed(name: string, environments: Config['environments']): CloudScope | null {
  const environment = Object.hasOwn(environments, name) ? environments[name] : undefined;
  return environment === undefined ? null : scopeOfEnvironment(environment);
}
