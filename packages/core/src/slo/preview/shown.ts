import type { SloConfig } from '@sekisho/config';
import type { PreviewedSlo } from '@sekisho/contract';
import { evaluateBudget } from '@sekisho/objectives/budget';
import { isoOf, type MinuteHistory, minutesPerDay } from '@sekisho/objectives/minutes';
import type { Tx } from '../../platform/context.ts';
import { percentOf } from '../agreements/minutes.ts';
import {
  clockMinute,
  type Evaluator,
  knownFrom,
  lookAt,
  reachOf,
  readWhole,
  watermarkOf,
} from '../evaluate/index.ts';
import { budgetFacts } from '../facts/facts.ts';
import { sourcesOf } from '../minutes/index.ts';
import { candidatesOf } from '../replay/candidates.ts';
import { incidentsOf } from '../replay/incidents.ts';
import { windowView } from '../summary.ts';
import { agreedInstead } from '../targets/agreed-instead.ts';
import { targetHistory } from '../targets/history.ts';
import type { Recounted } from './recounts.ts';

interface Showing {
  readonly evaluator: Evaluator;
  /** What was counted anew, by SLO. */
  readonly recounted: ReadonlyMap<string, Recounted>;
  readonly days: number;
  readonly points: number;
}

/** What an SLO of a draft would have shown and told over the past days, at the target that it says. */
export async function previewOf(tx: Tx, slo: SloConfig, showing: Showing): Promise<PreviewedSlo> {
  const found = showing.recounted.get(slo.id);
  const common = {
    ...{ id: slo.id, displayName: slo.displayName, service: slo.service, line: slo.place.line },
    ...{ target: percentOf(slo.target), agreedTarget: await agreedTarget(tx, slo) },
    ...{ window: windowView(slo.window), source: sourcesOf(slo).join(', ') },
  };
  if (typeof found === 'string') return { ...common, basis: found, shown: null };
  const shown = await shownOf(tx, slo, found ?? null, showing);
  if (shown === null) return { ...common, basis: 'nothing-yet', shown };
  return { ...common, basis: found === undefined ? 'counted' : 'recounted', shown };
}

/** The target that was agreed for the SLO of this name, in percent; null when it is the document's, or none was. */
async function agreedTarget(tx: Tx, slo: SloConfig): Promise<number | null> {
  const agreed = agreedInstead(slo, await targetHistory(tx, slo));
  return agreed === null ? null : percentOf(agreed);
}

async function shownOf(
  tx: Tx,
  slo: SloConfig,
  counted: MinuteHistory | null,
  { evaluator, days, points }: Showing,
): Promise<PreviewedSlo['shown']> {
  const { reads } = evaluator;
  const to = (await watermarkOf(tx, reads, slo)) ?? clockMinute(tx, slo);
  const asked = { from: to - days * minutesPerDay, to };
  const reach = reachOf(slo, asked.from);
  const within = { from: reach, to };
  const whole = counted === null ? await readWhole(tx, reads, slo, within) : { history: counted };
  const known = knownFrom(whole.history);
  if (known === null || known >= to) return null;
  const agreed = (await reads.agreedFor(tx, [slo])).get(slo.id);
  const { method, window, missing, target } = slo;
  const objective = { method, window, missing, targets: [{ from: 0, target }] };
  const given = { slo, objective, corrections: agreed?.corrections ?? [], ...whole, through: to };
  const look = lookAt(given, within, known);
  const span = { from: Math.max(asked.from, known), to };
  const incidents = await incidentsOf(tx, slo.service, span, []);
  const replayed = candidatesOf(look, span, { targets: [percentOf(target)], incidents, points });
  const [candidate] = replayed.candidates;
  if (candidate === undefined) return null;
  const { spentFrom, curve } = replayed;
  const budget = budgetFacts(evaluateBudget(objective, look.ledger, to));
  return { from: isoOf(span.from), to: isoOf(to), spentFrom, budget, curve, candidate };
}
