import { contract } from '@sekisho/contract';
import { implement } from '../../platform/verb.ts';
import { needSlo, needSlosOf } from '../agreements/need-slo.ts';
import type { CorrectionRow } from '../agreements/row.ts';
import { findAgreements } from '../agreements/store.ts';
import { correctionView } from '../agreements/view.ts';

export const corrections = implement(contract['slo.corrections'], {
  decide: async (tx, { id, correction, service, state, limit }) => {
    const slo = id === undefined ? undefined : needSlo(tx.config, id);
    if (service !== undefined) needSlosOf(tx.config, service);
    const found = (await findAgreements(tx, {
      kind: 'correction',
      ...(correction === undefined ? {} : { id: correction }),
      ...(slo === undefined ? {} : { slo }),
      ...(service === undefined ? {} : { service }),
      ...(limit === undefined ? {} : { limit }),
    })) as CorrectionRow[];
    // An open one that is late has lapsed: judged after reading, as it is shown.
    const views = found.map((row) => correctionView(tx, row));
    return state === undefined ? views : views.filter((view) => view.state === state);
  },
});
