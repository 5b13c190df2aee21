import { contract } from '@sekisho/contract';
import { AppError } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/context.ts';
import { transactAsSystem } from '../../platform/transact-as-system.ts';
import { implement, type PrepareScope } from '../../platform/verb.ts';
import type { OpsPorts } from '../ports.ts';
import { judgeOrphans, type Looked, lookForOrphans } from './run.ts';
import { sweepSubject } from './scope.ts';
import { findOrphan, type OrphanRow, saveOrphan } from './store.ts';

export const spare = implement(contract['ops.spare'], {
  subject: () => sweepSubject,
  // What a look shows may be spared before any sweep has noted it; what is noted waits for no cloud.
  prepare: async ({ house, ports }: PrepareScope<OpsPorts>, { instanceId }) => {
    const noted = await transactAsSystem(house, (tx) => findOrphan(tx, instanceId));
    return noted === undefined ? lookForOrphans({ house, ...ports }) : null;
  },
  decide: async (tx, { instanceId, reason }, looked) => {
    const orphan = (await findOrphan(tx, instanceId)) ?? (await orphanSeen(tx, looked, instanceId));
    if (orphan === undefined) throw new AppError('instance-not-found', { id: instanceId });
    await saveOrphan(tx, { ...orphan, verdict: 'spared', next: 'nothing', next_at: null });
    const { environment } = orphan;
    tx.record({
      action: 'ops.spare',
      subject: instanceId,
      environment,
      data: { instanceId },
      texts: { reason },
    });
    return { instanceId, verdict: 'spared' as const };
  },
});

async function orphanSeen(
  tx: Tx,
  looked: Looked | null,
  instanceId: string,
): Promise<OrphanRow | undefined> {
  if (looked === null) return undefined;
  const { orphans } = await judgeOrphans(tx, looked);
  return orphans.map(({ row }) => row).find(({ instance_id }) => instance_id === instanceId);
}
