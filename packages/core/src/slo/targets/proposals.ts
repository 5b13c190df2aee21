import type { SloConfig } from '@sekisho/config';
import { contract, type Targets } from '@sekisho/contract';
import { targetAt } from '@sekisho/objectives/budget';
import { implement } from '../../platform/verb.ts';
import { isoOrNull, nextMinute, percentOf } from '../agreements/minutes.ts';
import { needSlo } from '../agreements/need-slo.ts';
import type { ProposalRow } from '../agreements/row.ts';
import { findAgreements } from '../agreements/store.ts';
import { proposalView } from '../agreements/view.ts';
import { agreedInstead } from './agreed-instead.ts';
import { type TargetWithOrigin, targetsOfEach } from './history.ts';

export const proposals = implement(contract['slo.proposals'], {
  decide: async (tx, { id, proposal, state, limit }) => {
    const slos = id === undefined ? tx.config.slos : [needSlo(tx.config, id)];
    const histories = await targetsOfEach(tx, slos);
    const [only] = id === undefined ? [] : slos;
    const found = (await findAgreements(tx, {
      kind: 'target',
      ...(proposal === undefined ? {} : { id: proposal }),
      ...(only === undefined ? {} : { slo: only }),
      ...(limit === undefined ? {} : { limit }),
    })) as ProposalRow[];
    // An open one that is late has lapsed: judged after reading, as it is shown.
    const views = found.map((row) => proposalView(tx, row));
    return {
      targets: slos.map((slo) => targetsView(slo, histories.get(slo.id) ?? [], tx.now)),
      proposals: state === undefined ? views : views.filter((view) => view.state === state),
    };
  },
});

function targetsView(slo: SloConfig, history: readonly TargetWithOrigin[], now: Date): Targets {
  const target = targetAt(history, nextMinute(now)) ?? slo.target;
  return {
    ...{ slo: slo.id, service: slo.service },
    target: percentOf(target),
    fileTarget: percentOf(slo.target),
    differs: agreedInstead(slo, history) !== null,
    history: history.map(inForceView),
  };
}

function inForceView({ from, target, proposal }: TargetWithOrigin): Targets['history'][number] {
  return {
    target: percentOf(target),
    from: from === 0 ? null : isoOrNull(from),
    proposal: proposal?.id ?? null,
    reason: proposal?.reason ?? null,
    askedBy: proposal?.asked_by ?? null,
    agreedBy: proposal?.agreements.filter(({ side }) => side !== null).map(({ who }) => who) ?? [],
  };
}
