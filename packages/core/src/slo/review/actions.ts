import { contract } from '@sekisho/contract';
import { needPerson } from '../../people/index.ts';
import { AppError } from '../../platform/app-error.ts';
import { addSeconds } from '../../platform/clock.ts';
import type { Tx } from '../../platform/context.ts';
import { readMoment } from '../../platform/read-input.ts';
import { implement } from '../../platform/verb.ts';
import { needOfService } from '../agreements/judge.ts';
import { needSlo } from '../agreements/need-slo.ts';
import { needMonth } from './need-month.ts';
import { findAction, insertAction, setDone } from './store.ts';
import { monthSubject, redrawMonth } from './tell.ts';
import { actionView } from './view.ts';

const lastMinuteSeconds = 86_340;

export const reviewAction = implement(contract['slo.review-action'], {
  subject: ({ month }) => monthSubject(month),
  decide: async (tx, { slo: id, month: name, what, owner, due }) => {
    const { service } = needSlo(tx.config, id);
    needOfService(tx, service);
    const month = needMonth(tx, name).name;
    const row = await insertAction(tx, {
      ...{ id: tx.ids.id('act'), month, slo: id, service, what },
      owner: owner === undefined ? null : needPerson(tx.config, owner).id,
      due_at: readDue(tx, due),
    });
    const action = actionView(row);
    tx.record({
      ...{ action: 'slo.review-action', subject: row.id, service },
      data: { month, slo: id, owner: action.owner, due: action.due },
      texts: { what },
    });
    await redrawMonth(tx, month);
    return action;
  },
});

/** A day without a time lasts until its last minute. */
function readDue(tx: Tx, due: string | undefined): Date | null {
  const at = readMoment(tx, 'due', due, 'future') ?? null;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(due?.trim() ?? '');
  return at !== null && isDay ? addSeconds(at, lastMinuteSeconds) : at;
}

export const reviewDone = implement(contract['slo.review-done'], {
  subject: ({ id }) => `slo-action:${id}`,
  decide: async (tx, { id }) => {
    const row = await findAction(tx, id);
    if (row === undefined) throw new AppError('review-action-not-found', { id });
    // Whoever it was given to may say so, wherever they belong.
    if (row.owner !== tx.principal.id) needOfService(tx, row.service);
    const { done_at: at, done_by: by, month, slo, service } = row;
    if (at !== null)
      throw new AppError('review-action-done', { id, by: by ?? '', at: at.toISOString() });
    const done = await setDone(tx, id);
    tx.record({ action: 'slo.review-done', subject: id, service, data: { month, slo } });
    await redrawMonth(tx, month);
    return actionView(done);
  },
});
