import type { SloDetail } from '@sekisho/contract';
import { evaluateBudget, outlookOf } from '@sekisho/objectives/budget';
import type { Correction } from '@sekisho/objectives/corrections';
import { isoOf } from '@sekisho/objectives/minutes';
import type { Look } from './evaluate/index.ts';
import { budgetFacts, foreseen, isoOrNull, tierFacts } from './facts/facts.ts';
import { sourcesOf } from './minutes/index.ts';
import { partViews } from './part-views.ts';
import { burnsOf, evaluationOf } from './readings.ts';
import { hourBurn } from './summary.ts';

type Parts = Pick<
  SloDetail,
  | 'description'
  | 'method'
  | 'sliceMinutes'
  | 'sliceTarget'
  | 'missing'
  | 'source'
  | 'parts'
  | 'file'
  | 'line'
  | 'budget'
  | 'raw'
  | 'tiers'
  | 'outlook'
  | 'targets'
  | 'corrections'
>;

/** What a summary leaves out. */
export function detailOf(look: Look): Parts {
  const { slo, objective, through } = look;
  const { method } = slo;
  const evaluation = evaluationOf(look);
  const raw = through === null ? null : evaluateBudget(objective, look.raw, through);
  return {
    ...{ description: slo.description, method: method.kind, missing: slo.missing },
    sliceMinutes: method.kind === 'occurrences' ? null : method.sliceMinutes,
    sliceTarget: method.kind === 'timeslices' ? method.sliceTarget : null,
    ...{
      source: sourcesOf(slo).join(', '),
      file: slo.place.file,
      line: slo.place.line,
    },
    parts: partViews(look, evaluation?.budget ?? null),
    budget: budgetFacts(evaluation?.budget ?? null),
    raw: budgetFacts(raw),
    tiers: burnsOf(evaluation).map(tierFacts),
    outlook: outlookFacts(look),
    targets: targetViews(look),
    corrections: look.corrections.map(correctionView),
  };
}

function outlookFacts(look: Look): SloDetail['outlook'] {
  const { objective, ledger, through } = look;
  const state = through === null ? null : evaluateBudget(objective, ledger, through);
  if (state === null) return null;
  const { resetsAt, recoversAt, minutesLeft } = outlookOf(objective, ledger, state, hourBurn(look));
  // What is spent already will not be spent again.
  const left = minutesLeft === 0 ? null : minutesLeft;
  return {
    spentAt: foreseen(state.asOf, left),
    resetsAt: isoOrNull(resetsAt),
    recoversAt: isoOrNull(recoversAt),
  };
}

/** The targets that were in force, the first of them from the beginning. */
export function targetViews({ objective }: Pick<Look, 'objective'>): SloDetail['targets'] {
  return objective.targets.map(({ from, target }) => ({
    from: from <= 0 ? null : isoOf(from),
    target,
  }));
}

function correctionView({ id, when, who, why, agreedBy }: Correction) {
  const nothing = { from: null, to: null, rule: null, start: null, timeZone: null, minutes: null };
  const { kind: _, ...recurring } = when.kind === 'recurring' ? when : { kind: null };
  const span = when.kind === 'once' ? { from: isoOf(when.from), to: isoOf(when.to) } : {};
  const { rule, start, timeZone, minutes } = { ...nothing, ...recurring };
  return { id, who, why, agreedBy, ...nothing, rule, start, timeZone, minutes, ...span };
}
