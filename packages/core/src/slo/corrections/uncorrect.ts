import { contract } from '@sekisho/contract';
import { ownerOf } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Tx } from '../../platform/context.ts';
import { implement } from '../../platform/verb.ts';
import { needOfService } from '../agreements/judge.ts';
import { nextMinute } from '../agreements/minutes.ts';
import type { CorrectionRow } from '../agreements/row.ts';
import { type AgreementPatch, lockAgreement, updateAgreement } from '../agreements/store.ts';
import { about, redraw } from '../agreements/tell.ts';
import { asOfNow, correctionView } from '../agreements/view.ts';

/** It only puts bad events back into the budget, so that one person may do it alone. */
export const uncorrect = implement(contract['slo.uncorrect'], {
  subject: ({ id }) => `slo-agreement:${id}`,
  decide: async (tx, { id, reason, entirely = false }) => {
    const row = await lockAgreement(tx, id);
    if (row.kind !== 'correction') throw new AppError('agreement-not-found', { id });
    if (ownerOf(row.asked_by) !== ownerOf(tx.principal.id)) needOfService(tx, row.service);
    const ended = { ended_at: tx.now, ended_by: tx.principal.id, end_reason: reason };
    const after = await updateAgreement(tx, row, { ...patchFor(tx, row, entirely), ...ended });
    const { data, ...entry } = about(after);
    const more = { state: after.state, countsUntil: correctionView(tx, after).countsAgainFrom };
    tx.record({ ...entry, action: 'slo.uncorrect', data: { ...data, ...more }, texts: { reason } });
    redraw(tx, after);
    return correctionView(tx, after);
  },
});

/** A recurring one ends from now on, its past stays as it was; anything else is taken back. Errors: `agreement-over`. */
function patchFor(tx: Tx, row: CorrectionRow, entirely: boolean): AgreementPatch {
  const { state } = asOfNow(tx, row);
  const goesOn = row.wish.when.kind === 'recurring' && !entirely;
  if (state === 'agreed' && goesOn)
    return { state: 'ended', counts_until_minute: nextMinute(tx.now) };
  if (state === 'open' || state === 'agreed' || (state === 'ended' && entirely))
    return { state: 'taken-back' };
  throw new AppError('agreement-over', { id: row.id, state });
}
