import { contract } from '@sekisho/contract';
import { AppError } from '../../platform/app-error.ts';
import type { House, Tx } from '../../platform/context.ts';
import { implement } from '../../platform/verb.ts';
import type { OpsPorts } from '../ports.ts';
import { judgeOrphans, type Looked, lookForOrphans } from './run.ts';
import { sweepSubject } from './scope.ts';
import { findOrphan, type OrphanRow, saveOrphan } from './store.ts';

interface Scope {
  readonly house: House;
  readonly ports: OpsPorts;
}

export const spare = implement(contract['ops.spare'], {
  subject: () => sweepSubject,
  // What a look shows may be spared before any sweep has noted it.
  prepare: ({ house, ports }: Scope) => lookForOrphans({ house, ...ports }),
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
  looked: Looked,
  instanceId: string,
): Promise<OrphanRow | undefined> {
  const { orphans } = await judgeOrphans(tx, looked);
  return orphans.map(({ row }) => row).find(({ instance_id }) => instance_id === instanceId);
}
