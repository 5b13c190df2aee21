import { contract } from '@sekisho/contract';
import { AppError } from '../../platform/app-error.ts';
import { implement } from '../../platform/verb.ts';
import { sweepSubject } from './scope.ts';
import { findOrphan, saveOrphan } from './store.ts';

export const spare = implement(contract['ops.spare'], {
  subject: () => sweepSubject,
  decide: async (tx, { instanceId, reason }) => {
    const orphan = await findOrphan(tx, instanceId);
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
