import { contract } from '@sekisho/contract';
import { ownerOf } from '../../people/index.ts';
import { implement } from '../../platform/verb.ts';
import { needOfService, refuseUnlessOpen } from '../agreements/judge.ts';
import { lockAgreement, updateAgreement } from '../agreements/store.ts';
import { about, redraw, tellAsker } from '../agreements/tell.ts';
import { agreedView } from '../agreements/view.ts';

export const decline = implement(contract['slo.decline'], {
  subject: ({ id }) => `slo-agreement:${id}`,
  decide: async (tx, { id, reason }) => {
    const row = await lockAgreement(tx, id);
    // Whoever asked may always take it back.
    const mine = ownerOf(row.asked_by) === tx.principal.id;
    if (!mine) needOfService(tx, row.service);
    refuseUnlessOpen(tx, row);
    const ended = { ended_at: tx.now, ended_by: tx.principal.id, end_reason: reason };
    const declined = await updateAgreement(tx, row, { state: 'declined', ...ended });
    tx.record({ ...about(declined), action: 'slo.decline', texts: { reason } });
    redraw(tx, declined);
    if (!mine) tellAsker(tx, 'agreement-declined', declined, { by: tx.principal.id, reason });
    return agreedView(tx, declined);
  },
});
