import { contract } from '@sekisho/contract';
import { implement } from '../platform/verb.ts';
import { needSlo } from './agreements/need-slo.ts';
import { evaluatorOf } from './evaluate/index.ts';
import { isoOrNull, tierFacts } from './facts/facts.ts';
import { firesInMinutes } from './fires-in.ts';
import { lookAtOne } from './looks.ts';
import { burnsOf, evaluationOf } from './readings.ts';

export const burn = implement(contract['slo.burn'], {
  prepare: async ({ house }) => evaluatorOf(house),
  decide: async (tx, { id }, evaluator) => {
    const slo = needSlo(tx.config, id);
    const look = await lookAtOne(tx, evaluator, slo);
    const evaluation = evaluationOf(look);
    const window = evaluation?.budget?.window ?? null;
    return {
      ...{ id, displayName: slo.displayName, service: slo.service },
      asOf: isoOrNull(evaluation?.budget?.asOf ?? look.through),
      target: evaluation?.budget?.target ?? slo.target,
      windowMinutes: window === null ? null : window.to - window.from,
      tiers: burnsOf(evaluation).map((reading) => ({
        ...tierFacts(reading),
        firesInMinutes: firesInMinutes(look, reading),
      })),
    };
  },
});
